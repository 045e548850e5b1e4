using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Core.Configuration;

/// <summary>The scheduler's own settings: item <c>config</c>/<c>scheduler</c>.</summary>
public sealed record SchedulerSettings
{
    /// <summary>Tag key that names an instance's schedule. Default <c>Schedule</c>.</summary>
    public string TagName { get; init; } = "Schedule";

    /// <summary>Zone id of schedules without one, as written. Default UTC.</summary>
    public string DefaultTimeZone { get; init; } = "UTC";

    /// <summary>Regions to schedule; empty: the function's own.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    /// <summary>Roles of managed accounts: ARNs or <c>{param:NAME}</c>.</summary>
    public ImmutableArray<string> CrossAccountRoles { get; init; } = [];

    /// <summary>Services to schedule (<c>ec2</c>, <c>rds</c>); empty: nothing runs.</summary>
    public ImmutableArray<string> ScheduledServices { get; init; } = [];

    /// <summary>Whether database clusters are scheduled. Default false.</summary>
    public bool ScheduleClusters { get; init; }

    /// <summary>Whether stopping a database instance takes a snapshot. Default true.</summary>
    public bool CreateRdsSnapshot { get; init; } = true;

    /// <summary>Whether the account of the function itself is scheduled. Default true.</summary>
    public bool ScheduleLambdaAccount { get; init; } = true;

    /// <summary>Whether metrics are sent. Default false.</summary>
    public bool UseMetrics { get; init; }

    /// <summary>Whether debug lines are logged. Default false.</summary>
    public bool Trace { get; init; }

    /// <summary>Tags set on started instances (<c>k=v,k=v</c>); null: none.</summary>
    public string? StartedTags { get; init; }

    /// <summary>Tags set on stopped instances; null: none.</summary>
    public string? StoppedTags { get; init; }

    /// <summary>How far ahead the end of an override that is a tag may be. Default 7 days.</summary>
    public Duration MaxOverride { get; init; } = Duration.FromDays(7);
}
