using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class NotFoundException : AmazonSimpleNotificationServiceException
{
    public NotFoundException(string message) : base(message)
    {
    }

    public NotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public NotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
