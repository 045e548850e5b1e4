using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class KMSInvalidStateException : AmazonSimpleNotificationServiceException
{
    public KMSInvalidStateException(string message) : base(message)
    {
    }

    public KMSInvalidStateException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public KMSInvalidStateException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
