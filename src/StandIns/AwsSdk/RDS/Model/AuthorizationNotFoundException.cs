using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class AuthorizationNotFoundException : AmazonRDSException
{
    public AuthorizationNotFoundException(string message) : base(message)
    {
    }

    public AuthorizationNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public AuthorizationNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
