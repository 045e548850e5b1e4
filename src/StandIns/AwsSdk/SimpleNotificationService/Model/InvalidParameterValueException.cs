using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class InvalidParameterValueException : AmazonSimpleNotificationServiceException
{
    public InvalidParameterValueException(string message) : base(message)
    {
    }

    public InvalidParameterValueException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public InvalidParameterValueException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
