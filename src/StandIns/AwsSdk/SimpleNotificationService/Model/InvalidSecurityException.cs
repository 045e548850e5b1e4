using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class InvalidSecurityException : AmazonSimpleNotificationServiceException
{
    public InvalidSecurityException(string message) : base(message)
    {
    }

    public InvalidSecurityException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public InvalidSecurityException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
