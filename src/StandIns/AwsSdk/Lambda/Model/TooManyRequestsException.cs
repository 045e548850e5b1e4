using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class TooManyRequestsException : AmazonLambdaException
{
    public TooManyRequestsException(string message) : base(message)
    {
    }

    public TooManyRequestsException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public TooManyRequestsException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
