using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class InvalidVPCNetworkStateException : AmazonRDSException
{
    public InvalidVPCNetworkStateException(string message) : base(message)
    {
    }

    public InvalidVPCNetworkStateException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public InvalidVPCNetworkStateException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
