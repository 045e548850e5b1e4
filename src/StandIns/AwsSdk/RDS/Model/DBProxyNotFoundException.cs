using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DBProxyNotFoundException : AmazonRDSException
{
    public DBProxyNotFoundException(string message) : base(message)
    {
    }

    public DBProxyNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public DBProxyNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
