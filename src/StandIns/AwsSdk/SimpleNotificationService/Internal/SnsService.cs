using System.Net;
using Amazon.Runtime;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

internal static class SnsService
{
    public static ServiceDescription Description { get; } = new("SNS", "sns", "sns", "2010-03-31");

    public static AmazonServiceException Error(
        string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status) => code switch
        {
            "AuthorizationError" => new AuthorizationErrorException(message, inner, type, code, requestId, status),
            "EndpointDisabled" => new EndpointDisabledException(message, inner, type, code, requestId, status),
            "InternalError" => new InternalErrorException(message, inner, type, code, requestId, status),
            "InvalidParameter" => new InvalidParameterException(message, inner, type, code, requestId, status),
            "InvalidSecurity" => new InvalidSecurityException(message, inner, type, code, requestId, status),
            "KMSAccessDenied" => new KMSAccessDeniedException(message, inner, type, code, requestId, status),
            "KMSDisabled" => new KMSDisabledException(message, inner, type, code, requestId, status),
            "KMSInvalidState" => new KMSInvalidStateException(message, inner, type, code, requestId, status),
            "KMSNotFound" => new KMSNotFoundException(message, inner, type, code, requestId, status),
            "KMSOptInRequired" => new KMSOptInRequiredException(message, inner, type, code, requestId, status),
            "KMSThrottling" => new KMSThrottlingException(message, inner, type, code, requestId, status),
            "NotFound" => new NotFoundException(message, inner, type, code, requestId, status),
            "ParameterValueInvalid" => new InvalidParameterValueException(message, inner, type, code, requestId, status),
            "PlatformApplicationDisabled" => new PlatformApplicationDisabledException(message, inner, type, code, requestId, status),
            "Throttled" => new ThrottledException(message, inner, type, code, requestId, status),
            "ValidationException" => new ValidationException(message, inner, type, code, requestId, status),
            _ => new AmazonSimpleNotificationServiceException(message, inner, type, code, requestId, status),
        };
}
