using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class ThrottledException : AmazonSimpleNotificationServiceException
{
    public ThrottledException(string message) : base(message)
    {
    }

    public ThrottledException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public ThrottledException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
