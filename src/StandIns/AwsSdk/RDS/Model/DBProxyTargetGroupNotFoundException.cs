using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DBProxyTargetGroupNotFoundException : AmazonRDSException
{
    public DBProxyTargetGroupNotFoundException(string message) : base(message)
    {
    }

    public DBProxyTargetGroupNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public DBProxyTargetGroupNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
