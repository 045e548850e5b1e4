using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace Amazon.Lambda.Internal;

internal static class LambdaService
{
    public static ServiceDescription Description { get; } = new("Lambda", "lambda", "lambda", "2015-03-31");

    public static AmazonServiceException Error(
        string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status) => code switch
        {
            "EC2ThrottledException" => new EC2ThrottledException(message, inner, type, code, requestId, status),
            "InvalidRequestContentException" => new InvalidRequestContentException(message, inner, type, code, requestId, status),
            "RequestTooLargeException" => new RequestTooLargeException(message, inner, type, code, requestId, status),
            "ResourceNotFoundException" => new ResourceNotFoundException(message, inner, type, code, requestId, status),
            "ServiceException" => new ServiceException(message, inner, type, code, requestId, status),
            "TooManyRequestsException" => new TooManyRequestsException(message, inner, type, code, requestId, status),
            _ => new AmazonLambdaException(message, inner, type, code, requestId, status),
        };
}
