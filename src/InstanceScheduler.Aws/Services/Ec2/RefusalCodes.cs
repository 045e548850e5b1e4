using System.Collections.Frozen;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>What AWS's error codes say about the way out.</summary>
internal static class RefusalCodes
{
    private static readonly FrozenSet<string> Capacity = FrozenSet.Create(StringComparer.Ordinal,
        "InsufficientInstanceCapacity", "InsufficientHostCapacity", "InsufficientCapacityOnHost", "InsufficientCapacity",
        "InsufficientReservedInstanceCapacity", "InsufficientReservedInstancesCapacity", "ReservationCapacityExceeded",
        "UnfulfillableCapacity");

    private static readonly FrozenSet<string> Denials = FrozenSet.Create(StringComparer.Ordinal,
        "UnauthorizedOperation", "AccessDenied", "AccessDeniedException", "AuthFailure", "OptInRequired");

    private static readonly FrozenSet<string> States = FrozenSet.Create(StringComparer.Ordinal,
        "IncorrectInstanceState", "IncorrectState", "InvalidInstanceState");

    /// <summary>Whether AWS lacks capacity for the type.</summary>
    public static bool IsCapacity(string code) => Capacity.Contains(code);

    /// <summary>Whether another type may start where this one cannot.</summary>
    /// <remarks>A zone that has stopped taking a type calls it unsupported.</remarks>
    public static bool IsAboutType(string code) => IsCapacity(code) || code == "Unsupported";

    /// <summary>Whether the caller may not do it.</summary>
    public static bool IsDenial(string code) => Denials.Contains(code);

    /// <summary>Whether the instance is gone.</summary>
    public static bool IsGone(string code) => code.StartsWith("InvalidInstanceID", StringComparison.Ordinal);

    /// <summary>Whether the instance is not what it was when it was listed.</summary>
    public static bool IsOutdated(string code) => States.Contains(code) || IsGone(code);
}
