using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class InvalidParameterException : AmazonSimpleNotificationServiceException
{
    public InvalidParameterException(string message) : base(message)
    {
    }

    public InvalidParameterException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public InvalidParameterException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
