using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class KMSThrottlingException : AmazonSimpleNotificationServiceException
{
    public KMSThrottlingException(string message) : base(message)
    {
    }

    public KMSThrottlingException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public KMSThrottlingException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
