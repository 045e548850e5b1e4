using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DBProxyEndpointNotFoundException : AmazonRDSException
{
    public DBProxyEndpointNotFoundException(string message) : base(message)
    {
    }

    public DBProxyEndpointNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public DBProxyEndpointNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
