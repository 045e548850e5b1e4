using System.Collections.Frozen;
using System.Collections.Immutable;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Problems;

/// <summary>Turns an AWS error into a problem with a remedy.</summary>
internal static class AwsProblem
{
    /// <summary>Remedy where nobody has to do anything.</summary>
    public const string Continued = "the next tick continues";

    // What an instance is, not what happened to it: one-time Spot, instance store, stop protection.
    private static readonly FrozenSet<string> StandingCodes =
        FrozenSet.Create(StringComparer.Ordinal, "OperationNotPermitted", "UnsupportedOperation", "Unsupported");

    public static Problem Of(string operation, Exception failure, ImmutableArray<string> ids)
    {
        var code = AwsFailure.CodeOf(failure);
        var remedy = RdsRemedies.For(operation, failure) ?? RemedyFor(code, AwsFailure.KindOf(failure));
        return new Problem(code, $"{operation} failed with {code}: {failure.Message}", ids, remedy,
            IsStanding: StandingCodes.Contains(code));
    }

    private static string? RemedyFor(string code, FailureKind kind) => code switch
    {
        "UnauthorizedOperation" or "AccessDenied" or "AccessDeniedException" => "allow it for the scheduler's role",
        "InsufficientInstanceCapacity" or "InsufficientCapacity" => "tried again every run; another type or zone may have capacity",
        "InstanceLimitExceeded" or "VcpuLimitExceeded" => "raise the account's quota for this type, tried again every run",
        "OperationNotPermitted" => "switch off the instance's stop protection, or remove its schedule tag",
        "UnsupportedOperation" or "Unsupported" => "AWS cannot stop and start this kind of instance: remove its schedule tag",
        "IncorrectInstanceState" or "IncorrectState" => "tried again next run",
        "OptInRequired" => "enable the region or the service for the account",
        _ when code.StartsWith("InvalidInstanceID.", StringComparison.Ordinal) => "it went away between listing and action; nothing to do",
        _ when code.StartsWith("InvalidKMSKey.", StringComparison.Ordinal) => "enable the key of the instance's volumes",
        _ => kind is FailureKind.Throttle or FailureKind.Transient ? Continued : null,
    };
}
