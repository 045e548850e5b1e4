using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DBShardGroupNotFoundException : AmazonRDSException
{
    public DBShardGroupNotFoundException(string message) : base(message)
    {
    }

    public DBShardGroupNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public DBShardGroupNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
