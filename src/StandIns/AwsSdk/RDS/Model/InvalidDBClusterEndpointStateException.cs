using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class InvalidDBClusterEndpointStateException : AmazonRDSException
{
    public InvalidDBClusterEndpointStateException(string message) : base(message)
    {
    }

    public InvalidDBClusterEndpointStateException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public InvalidDBClusterEndpointStateException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
