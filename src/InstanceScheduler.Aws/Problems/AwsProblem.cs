using System.Collections.Frozen;
using System.Collections.Immutable;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Problems;

/// <summary>Turns an AWS error into a problem with a remedy: an error, unless there is nothing left to act on.</summary>
internal static class AwsProblem
{
    public const string OutOfTimeCode = "OutOfTime";

    /// <summary>Remedy where nobody has to do anything.</summary>
    public const string Continued = "the next tick continues";

    private const string TypeChange = "ModifyInstanceAttribute";
    private const string OtherTypes = "list other types in the tag IS-PreferredInstanceTypes";

    // What an instance is, not what happened to it: one-time Spot, instance store, stop protection, a full set of tags.
    private static readonly FrozenSet<string> StandingCodes = FrozenSet.Create(StringComparer.Ordinal,
        "OperationNotPermitted", "UnsupportedOperation", "Unsupported", "UnsupportedHibernationConfiguration", "TagLimitExceeded");

    private static readonly FrozenSet<string> Ec2Actions = FrozenSet.Create(StringComparer.Ordinal,
        "StartInstances", "StopInstances", TypeChange, "CreateTags", "DeleteTags", "DescribeInstances", "DescribeVolumes");

    /// <param name="operation">What failed; where it is a call, it begins with the call's name.</param>
    /// <param name="failure">How.</param>
    /// <param name="ids">The instances concerned.</param>
    public static Problem Of(string operation, Exception failure, ImmutableArray<string> ids)
    {
        var code = AwsFailure.CodeOf(failure);
        var call = operation.Split(' ')[0];
        var isUnfit = call == TypeChange && IsUnfitType(code);
        return new Problem(code, $"{operation} failed with {code}: {AwsMessage.Readable(failure.Message)}", ids,
            isUnfit ? "take a type of the instance's architecture and virtualization, which its zone offers and its drivers support: "
                + "correct the period's @type"
            : RdsRemedies.For(call, failure) ?? RemedyFor(call, code, failure),
            IsStanding: isUnfit || StandingCodes.Contains(code))
        {
            Severity = HasGone(code) ? ProblemSeverity.Warning : ProblemSeverity.Error,
        };
    }

    private static bool HasGone(string code) =>
        code.StartsWith("InvalidInstanceID.", StringComparison.Ordinal) || code is "DBInstanceNotFound" or "DBInstanceNotFoundFault" or "DBClusterNotFoundFault";

    /// <summary>The problem of instances whose turn did not come.</summary>
    public static Problem OutOfTime(string operation, ImmutableArray<string> ids) =>
        new(OutOfTimeCode, $"{operation} ran out of time with {ids.Length} instances to go", ids, Continued) { Severity = ProblemSeverity.Error };

    private static bool IsUnfitType(string code) =>
        code is "InvalidInstanceAttributeValue" or "InvalidInstanceType" or "InvalidParameterCombination" or "InvalidParameterValue"
        || code.StartsWith("Unsupported", StringComparison.Ordinal);

    private static string? RemedyFor(string call, string code, Exception failure) => code switch
    {
        "UnauthorizedOperation" or "AccessDenied" or "AccessDeniedException" => PermissionFor(call, failure.Message),
        "InsufficientInstanceCapacity" or "InsufficientCapacity" or "UnfulfillableCapacity" =>
            $"tried again every run; {OtherTypes}, or move it to another zone",
        "InsufficientHostCapacity" or "InsufficientCapacityOnHost" =>
            "tried again every run; free room on the Dedicated Host, or allocate another",
        "ReservationCapacityExceeded" => "tried again every run; enlarge the Capacity Reservation, or let the instance run outside it",
        "InstanceLimitExceeded" or "VcpuLimitExceeded" => "raise the account's quota for this type, tried again every run",
        "VolumeLimitExceeded" or "MaxIOPSLimitExceeded" => "raise the account's EBS quota, or delete volumes; tried again every run",
        "AttachmentLimitExceeded" => "detach a volume or network interface, or take a type that can have more",
        "TagLimitExceeded" => "remove a tag from the instance: AWS allows 50",
        "TagPolicyViolation" => "bring started_tags and stopped_tags in line with the organization's tag policy",
        "InvalidParameterCombination" when call == "StartInstances" =>
            "its type does not go with its image or settings: change the type or the period's @type, or mend the image",
        "OperationNotPermitted" => "switch off the instance's stop protection, or remove its schedule tag",
        "UnsupportedHibernationConfiguration" => "take hibernate off its schedule: an instance can hibernate only if it was launched so",
        "UnsupportedOperation" => "AWS cannot stop and start this kind of instance: remove its schedule tag",
        "Unsupported" => $"its zone does not take its type: change the type, or {OtherTypes}",
        "IncorrectInstanceState" or "IncorrectState" => "tried again next run",
        "OptInRequired" => "enable the region or the service for the account",
        "CustomerKeyHasBeenRevoked" => "restore the key of the instance's volumes",
        _ when HasGone(code) => "it went away between listing and action; nothing to do",
        _ when code.StartsWith("License", StringComparison.Ordinal) =>
            "give the instance a licence configuration with free licences, in License Manager",
        _ when code.StartsWith("InvalidKMSKey.", StringComparison.Ordinal) => "enable the key of the instance's volumes",
        _ => AwsFailure.IsTemporary(failure) ? Continued : null,
    };

    private static string PermissionFor(string call, string message)
    {
        // The instance may be allowed, and what it is made of not.
        var isLicence = message.Contains(":license-manager:", StringComparison.Ordinal);
        var also = isLicence ? ", on the licence configuration that it names too" : "";
        return Ec2Actions.Contains(call) ? $"allow ec2:{call} for the scheduler's role{also}" : "allow it for the scheduler's role";
    }
}
