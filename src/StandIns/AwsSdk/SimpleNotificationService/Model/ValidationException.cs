using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class ValidationException : AmazonSimpleNotificationServiceException
{
    public ValidationException(string message) : base(message)
    {
    }

    public ValidationException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public ValidationException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
