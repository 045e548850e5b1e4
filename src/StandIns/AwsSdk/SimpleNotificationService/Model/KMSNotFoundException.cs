using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class KMSNotFoundException : AmazonSimpleNotificationServiceException
{
    public KMSNotFoundException(string message) : base(message)
    {
    }

    public KMSNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public KMSNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
