using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Aws.Services;

/// <summary>An instance that carries the schedule tag, as its service lists it. A database cluster counts as one.</summary>
internal sealed record ManagedInstance
{
    /// <summary>Tag that lists types to start with when AWS has no capacity for the instance's own.</summary>
    public const string PreferredTypesKey = "IS-PreferredInstanceTypes";

    /// <summary>Tag that holds what people call an instance.</summary>
    public const string NameKey = "Name";

    public required string Id { get; init; }

    /// <summary>What people call it (tag <c>Name</c>); null where it has no such tag.</summary>
    public string? Name { get; init; }

    /// <summary>Full name; null where the service's calls do not need it.</summary>
    public string? Arn { get; init; }

    /// <summary>The tag's value; null when it is empty.</summary>
    public string? Schedule { get; init; }

    /// <summary>Value of the tag that overrides the schedule, as people wrote it; null when there is none, or it is empty.</summary>
    public string? OverrideTag { get; init; }

    public required PowerState State { get; init; }

    /// <summary>Its type; <c>cluster</c> for a database cluster.</summary>
    public required string InstanceType { get; init; }

    /// <summary>Types to start with when there is no capacity for its own, in this order.</summary>
    public ImmutableArray<string> PreferredTypes { get; init; } = [];

    /// <summary>Why it is never touched; null when it may be.</summary>
    public string? Untouchable { get; init; }

    /// <summary>Why AWS cannot start or stop it until a person mends it; null when it can.</summary>
    public string? Trouble { get; init; }

    /// <summary>Whether a stop can hibernate it.</summary>
    public bool CanHibernate { get; init; }

    /// <summary>Its weekly maintenance window as its service writes it; null: none.</summary>
    public string? MaintenanceWindow { get; init; }

    /// <summary>When AWS will start it by itself; null when it will not, or runs.</summary>
    public Instant? AutomaticRestart { get; init; }

    /// <summary>When it was last started; null when AWS does not say.</summary>
    public Instant? LaunchTime { get; init; }

    /// <summary>AWS's code for the last transition (<c>Client.UserInitiatedShutdown</c>); null when none is given.</summary>
    public string? StateReason { get; init; }

    /// <summary>AWS's words for the last transition.</summary>
    public string? StateReasonMessage { get; init; }

    /// <summary>When the last transition was asked for, to the second; null when AWS does not say.</summary>
    public Instant? LastTransition { get; init; }

    /// <summary>What the scheduler wrote on it for people.</summary>
    public InformationalTags Information { get; init; } = InformationalTags.None;
}
