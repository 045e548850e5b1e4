using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace Amazon.Lambda.Internal;

internal static class LambdaService
{
    public static ServiceDescription Description { get; } = new("Lambda", "lambda", "lambda", "2015-03-31");

    public static AmazonServiceException Error(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) => errorCode switch
    {
        "EC2ThrottledException" => new EC2ThrottledException(message, innerException, errorType, errorCode, requestId, statusCode),
        "InvalidRequestContentException" => new InvalidRequestContentException(message, innerException, errorType, errorCode, requestId, statusCode),
        "RequestTooLargeException" => new RequestTooLargeException(message, innerException, errorType, errorCode, requestId, statusCode),
        "ResourceNotFoundException" => new ResourceNotFoundException(message, innerException, errorType, errorCode, requestId, statusCode),
        "ServiceException" => new ServiceException(message, innerException, errorType, errorCode, requestId, statusCode),
        "TooManyRequestsException" => new TooManyRequestsException(message, innerException, errorType, errorCode, requestId, statusCode),
        _ => new AmazonLambdaException(message, innerException, errorType, errorCode, requestId, statusCode),
    };
}
