using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class KMSDisabledException : AmazonSimpleNotificationServiceException
{
    public KMSDisabledException(string message) : base(message)
    {
    }

    public KMSDisabledException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public KMSDisabledException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
