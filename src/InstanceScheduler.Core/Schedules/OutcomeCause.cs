namespace InstanceScheduler.Core.Schedules;

/// <summary>Why a schedule wants what it wants.</summary>
public enum OutcomeCause
{
    /// <summary><c>override_status</c> is set.</summary>
    Override,

    /// <summary>A maintenance window is open, which wins over everything else.</summary>
    MaintenanceWindow,

    /// <summary>An override of a person holds for a while.</summary>
    TimedOverride,

    /// <summary>At least one period runs.</summary>
    PeriodRuns,

    /// <summary>Two periods meet here with at most a minute between them.</summary>
    AdjacentPeriods,

    /// <summary>A one-sided period holds today, but says nothing about this time.</summary>
    OneSidedPeriod,

    /// <summary>No period runs.</summary>
    NoPeriodRuns,
}
