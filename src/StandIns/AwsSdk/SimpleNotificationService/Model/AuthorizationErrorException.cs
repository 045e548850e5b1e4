using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class AuthorizationErrorException : AmazonSimpleNotificationServiceException
{
    public AuthorizationErrorException(string message) : base(message)
    {
    }

    public AuthorizationErrorException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public AuthorizationErrorException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
