using System.Collections.Frozen;
using System.Net;
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
        "IncorrectInstanceState", "IncorrectState", "InsufficientInstanceCapacity", "InsufficientCapacity", "InsufficientHostCapacity",
        "InsufficientReservedInstanceCapacity", "InstanceLimitExceeded", "VcpuLimitExceeded", "HostLimitExceeded", "InvalidHostState",
        "MaxSpotInstanceCountExceeded", "SpotMaxPriceTooLow", "Unsupported", "UnsupportedOperation", "UnsupportedHibernationConfiguration",
        "OperationNotPermitted", "VolumeLimitExceeded", "VolumeTypeNotAvailableInZone", "EncryptedVolumesNotSupported",
        "LicenseConfigurationNotFound", "LicenseLimitExceeded", "InvalidAttachment.NotFound");

    public static string CodeOf(Exception failure) => failure switch
    {
        AmazonServiceException { ErrorCode: { Length: > 0 } code } => code,
        AmazonServiceException service => $"HTTP{(int)service.StatusCode}",
        OperationCanceledException => "Timeout",
        _ => "NetworkError",
    };

    public static FailureKind KindOf(Exception failure) => failure switch
    {
        AmazonServiceException service => KindOf(CodeOf(service), service.StatusCode),
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => FailureKind.Transient,
        AmazonClientException => FailureKind.Transient,
        _ => FailureKind.Caller,
    };

    public static bool IsTemporary(Exception failure) => KindOf(failure) is FailureKind.Throttle or FailureKind.Transient;

    private static FailureKind KindOf(string code, HttpStatusCode status)
    {
        if (ThrottleCodes.Contains(code) || status == HttpStatusCode.TooManyRequests)
            return FailureKind.Throttle;
        if (InstanceCodes.Contains(code) || code.StartsWith("InvalidInstanceID.", StringComparison.Ordinal)
            || code.StartsWith("InvalidKMSKey.", StringComparison.Ordinal))
            return FailureKind.Instance;
        // No status at all: the answer never came whole.
        var isServerFault = status is default(HttpStatusCode) or >= HttpStatusCode.InternalServerError;
        return isServerFault || TransientCodes.Contains(code) ? FailureKind.Transient : FailureKind.Caller;
    }
}
