using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using System.Xml;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace InstanceScheduler.Aws.Retry;

/// <summary>Tells the kinds of AWS errors apart.</summary>
internal static class AwsFailure
{
    private static readonly FrozenSet<string> ThrottleCodes = FrozenSet.Create(StringComparer.Ordinal,
        "RequestLimitExceeded", "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "EC2ThrottledException", "SlowDown", "BandwidthLimitExceeded",
        "PriorRequestNotComplete", "TransactionInProgressException", "ResourceRequestRateExceeded", "LimitExceededException");

    private static readonly FrozenSet<string> TransientCodes = FrozenSet.Create(StringComparer.Ordinal,
        "RequestTimeout", "RequestTimeoutException", "InternalError", "InternalFailure", "InternalServerError", "ServiceUnavailable", "Unavailable");

    // Some of these come with status 500, so the code is asked before the status.
    private static readonly FrozenSet<string> InstanceCodes = FrozenSet.Create(StringComparer.Ordinal,
        "InvalidHostState", "InvalidCapacityReservationState", "ReservationCapacityExceeded", "UnfulfillableCapacity",
        "UnavailableHostRequirements", "MaxSpotInstanceCountExceeded", "SpotMaxPriceTooLow", "OperationNotPermitted",
        "VolumeTypeNotAvailableInZone", "EncryptedVolumesNotSupported", "LicenseConfigurationNotFound", "IncompatibleHostRequirements",
        "InvalidInstanceState", "CustomerKeyHasBeenRevoked",
        // Of the instance, since calls that act on it send nothing but ids: a type that needs another driver than the image has.
        "InvalidParameterCombination");

    private static readonly FrozenSet<string> CollisionCodes = FrozenSet.Create(StringComparer.Ordinal,
        "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private static readonly FrozenSet<string> ExpiryCodes = FrozenSet.Create(StringComparer.Ordinal,
        "ExpiredToken", "ExpiredTokenException", "RequestExpired");

    // Capacity, state, kind of instance; quotas; and InvalidInstanceID.NotFound, InvalidKMSKey.InvalidState and their like.
    private static readonly string[] InstancePrefixes = ["Insufficient", "Incorrect", "Unsupported"];
    private const string QuotaSuffix = "LimitExceeded";
    private const string InvalidPrefix = "Invalid";

    public static string CodeOf(Exception failure) => failure switch
    {
        AmazonUnmarshallingException or XmlException or JsonException => "AnswerUnreadable",
        AmazonServiceException { ErrorCode: { Length: > 0 } code } => code,
        AmazonServiceException service => $"HTTP{(int)service.StatusCode}",
        HttpRequestException { StatusCode: { } status } => $"HTTP{(int)status}",
        OperationCanceledException => "Timeout",
        HttpRequestException or IOException or TimeoutException or AmazonClientException => "NetworkError",
        _ => failure.GetType().Name,
    };

    public static FailureKind KindOf(Exception failure) => failure switch
    {
        // Behind status 200 too: AWS may have done what was asked.
        AmazonUnmarshallingException or XmlException or JsonException => FailureKind.Transient,
        TransactionCanceledException cancelled when IsCollision(cancelled) => FailureKind.Throttle,
        AmazonServiceException service => KindOf(CodeOf(service), service.StatusCode),
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => FailureKind.Transient,
        AmazonClientException => FailureKind.Transient,
        _ => FailureKind.Caller,
    };

    public static bool IsTemporary(Exception failure) => KindOf(failure) is FailureKind.Throttle or FailureKind.Transient;

    /// <summary>Whether the credentials have ended.</summary>
    public static bool IsExpiry(Exception failure) => failure is AmazonServiceException && ExpiryCodes.Contains(CodeOf(failure));

    // Somebody else was writing one of the items, or all were asked for too much; a condition that failed will not hold a second later.
    private static bool IsCollision(TransactionCanceledException cancelled)
    {
        var codes = (cancelled.CancellationReasons ?? []).Select(reason => reason.Code).Where(code => code is not (null or "None")).ToList();
        return codes.Count > 0 && codes.TrueForAll(CollisionCodes.Contains);
    }

    private static FailureKind KindOf(string code, HttpStatusCode status)
    {
        if (ThrottleCodes.Contains(code) || status == HttpStatusCode.TooManyRequests)
            return FailureKind.Throttle;
        if (IsAboutInstance(code))
            return FailureKind.Instance;
        // No status at all: the answer never came whole.
        var isServerFault = status is default(HttpStatusCode) or >= HttpStatusCode.InternalServerError;
        return isServerFault || TransientCodes.Contains(code) ? FailureKind.Transient : FailureKind.Caller;
    }

    private static bool IsAboutInstance(string code) =>
        InstanceCodes.Contains(code)
        || Array.Exists(InstancePrefixes, prefix => code.StartsWith(prefix, StringComparison.Ordinal))
        || code.EndsWith(QuotaSuffix, StringComparison.Ordinal)
        || (code.StartsWith(InvalidPrefix, StringComparison.Ordinal) && code.Contains('.', StringComparison.Ordinal));
}
