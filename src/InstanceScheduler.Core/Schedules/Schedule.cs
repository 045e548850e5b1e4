using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Core.Schedules;

/// <summary>A named set of periods with a time zone and options. Instances refer to it by tag value.</summary>
public sealed record Schedule
{
    /// <summary>Name, compared letter by letter with the tag value.</summary>
    public required string Name { get; init; }

    /// <summary>Zone of the schedule's wall clock.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Periods; none and no override means always stopped.</summary>
    public ImmutableArray<SchedulePeriod> Periods { get; init; } = [];

    /// <summary>Fixed wish that wins over the periods; null: none.</summary>
    public OverrideStatus? Override { get; init; }

    /// <summary>Text for people.</summary>
    public string? Description { get; init; }

    /// <summary>Whether manual starts and stops are undone at the next run. Default false.</summary>
    public bool Enforced { get; init; }

    /// <summary>Whether an instance already running when its period begins is left running at the end. Default false.</summary>
    public bool RetainRunning { get; init; }

    /// <summary>Whether stops hibernate where the instance can. Default false.</summary>
    public bool Hibernate { get; init; }

    /// <summary>Whether instances run in their maintenance windows. Default false.</summary>
    public bool UseMaintenanceWindow { get; init; }

    /// <summary>Whether an instance seen for the first time, running outside a period, is stopped. Default true.</summary>
    public bool StopNewInstances { get; init; } = true;

    /// <summary>Name of an SSM maintenance window for EC2 instances; null: none.</summary>
    public string? SsmMaintenanceWindow { get; init; }

    /// <summary>Whether an instance that a person stopped while it should run stays stopped until a person starts it. Default false.</summary>
    public bool RespectManualStop { get; init; }

    /// <summary>How long an instance may run before it is stopped; null: as long as the schedule says.</summary>
    public Duration? MaxUptime { get; init; }

    /// <summary>Whether metrics are sent for the schedule; null: as the global setting says.</summary>
    public bool? UseMetrics { get; init; }

    /// <summary>Id of the stack that owns the schedule; null: made by hand or CLI.</summary>
    public string? ConfiguredInStack { get; init; }
}
