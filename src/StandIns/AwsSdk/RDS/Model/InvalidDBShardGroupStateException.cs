using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class InvalidDBShardGroupStateException : AmazonRDSException
{
    public InvalidDBShardGroupStateException(string message) : base(message)
    {
    }

    public InvalidDBShardGroupStateException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public InvalidDBShardGroupStateException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
