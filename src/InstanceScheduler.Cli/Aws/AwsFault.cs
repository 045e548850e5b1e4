using System.Net;
using Amazon.Runtime;

namespace InstanceScheduler.Cli.Aws;

/// <summary>Says what a failure of AWS means for the caller, and what to do.</summary>
internal static class AwsFault
{
    private static readonly string[] ThrottleCodes = ["Throttling", "ThrottlingException", "ThrottledException", "TooManyRequestsException", "RequestLimitExceeded"];
    private static readonly string[] DeniedCodes = ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "UnauthorizedException"];
    private static readonly string[] ExpiredCodes = ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"];
    private static readonly string[] UnknownCallerCodes =
        ["InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch", "InvalidSignatureException", "AuthFailure", "InvalidAccessKeyId", "IncompleteSignature", "MissingAuthenticationToken"];

    public static bool IsThrottle(Exception failure) =>
        failure is AmazonServiceException service && (Has(service, ThrottleCodes) || service.StatusCode == HttpStatusCode.TooManyRequests);

    /// <summary>Whether nobody knows if the call took effect: the connection broke, or AWS itself failed.</summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        AmazonServiceException service => service.StatusCode is default(HttpStatusCode) or >= HttpStatusCode.InternalServerError,
        _ => failure is AmazonClientException or HttpRequestException or IOException or TimeoutException or OperationCanceledException,
    };

    /// <summary>What was wrong in the first place.</summary>
    public static string Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure.Message;

    /// <param name="failure">Of the SDK or of the network.</param>
    /// <param name="action">As policies spell it.</param>
    /// <param name="place">The stack it was about.</param>
    /// <param name="wasRead">Whether the call could not have changed anything.</param>
    public static CliException Explain(Exception failure, string action, StackPlace place, bool wasRead)
    {
        var message = failure.Message.TrimEnd('.');
        return new CliException(ExitCode.NotReached, failure switch
        {
            AmazonServiceException denied when Has(denied, DeniedCodes) =>
                $"This caller may not do {action} on the {place}: {message}. Allow {action}, or use another profile (--profile-name).",
            AmazonServiceException expired when Has(expired, ExpiredCodes) =>
                $"The credentials have ended ({expired.ErrorCode}). Get new ones, or use another profile (--profile-name).",
            AmazonServiceException unknown when Has(unknown, UnknownCallerCodes) =>
                $"AWS does not know these credentials in {place.Region} ({unknown.ErrorCode}: {message}). Accounts of the China regions and others have credentials of their own: look at profile and --region; is the clock right?",
            AmazonServiceException { ErrorCode: "ValidationError" } missing when message.Contains("Resource", StringComparison.Ordinal) && message.Contains("does not exist for stack", StringComparison.Ordinal) =>
                $"The {place} has no resource Main, so it is not a stack of the instance scheduler. Give the scheduler's stack with --stack.",
            AmazonServiceException { ErrorCode: "ValidationError" } missing when message.Contains("does not exist", StringComparison.Ordinal) =>
                $"There is no {place}. Check the name, or give the region of the stack with --region: aws cloudformation list-stacks --region {place.Region}",
            AmazonServiceException { ErrorCode: "ResourceNotFoundException" } =>
                $"The function of the {place} does not exist any more: {message}. Update the stack to have it made again.",
            _ when IsThrottle(failure) => $"AWS throttles {action} in {place.Region} ({message}). Wait a minute and try again.",
            AmazonServiceException service when !IsTransient(service) => $"AWS refused {action} for the {place}: {service.ErrorCode}: {message}.",
            OperationCanceledException or TimeoutException => $"There was no answer in time to {action} from {place.Region}. {After(wasRead)}",
            _ => $"AWS cannot be reached for {action} in {place.Region}: {Innermost(failure).TrimEnd('.')}. Check the network, --region and AWS_ENDPOINT_URL. {After(wasRead)}",
        }, failure);
    }

    private static string After(bool wasRead) => wasRead ? "Nothing was changed." : "Whether the change was made is not known: look with a describe command before you repeat it.";

    private static bool Has(AmazonServiceException failure, string[] codes) => codes.Contains(failure.ErrorCode, StringComparer.Ordinal);
}
