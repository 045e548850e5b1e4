using System.Collections.Immutable;
using InstanceScheduler.Core.Overrides;
using NodaTime;

namespace InstanceScheduler.Core.Schedules;

/// <summary>What a schedule wants at an instant, before any instance is looked at.</summary>
/// <param name="State">Running, stopped or any; never <see cref="DesiredState.StoppedForResize"/>, which needs an instance.</param>
/// <param name="Cause">Which rule decided.</param>
/// <param name="Decider">The deciding period while running; under an override the one that would be. Else null.</param>
/// <param name="Window">The maintenance window that is open, as people know it; null: none decides.</param>
/// <param name="HeldBy">The timed override that holds, in words; null: none decides.</param>
public readonly record struct ScheduleOutcome(
    DesiredState State, OutcomeCause Cause, SchedulePeriod? Decider = null, string? Window = null, string? HeldBy = null)
{
    /// <summary>Name of the deciding period, <c>override_status</c> for an override, else null, also in a maintenance window.</summary>
    public string? Period => Cause == OutcomeCause.Override ? "override_status" : Decider?.Period.Name;

    /// <summary>Type that the deciding period asks for; null: any.</summary>
    public string? InstanceType => Decider?.InstanceType;

    /// <summary>What an open maintenance window wants: running, with whatever type, whatever the schedule says.</summary>
    /// <param name="windowText">The window as people know it: its name, or <c>ddd:hh:mm-ddd:hh:mm</c>.</param>
    public static ScheduleOutcome InMaintenanceWindow(string windowText) =>
        new(DesiredState.Running, OutcomeCause.MaintenanceWindow, Window: windowText);

    /// <summary>What a timed override wants; running, it takes the type of the period that runs at that time.</summary>
    /// <param name="held">The override.</param>
    /// <param name="zone">Zone of the schedule.</param>
    /// <param name="own">What the schedule itself wants.</param>
    internal static ScheduleOutcome Under(TimedOverride held, DateTimeZone zone, ScheduleOutcome own) => held.State == OverrideStatus.Running
        ? new ScheduleOutcome(DesiredState.Running, OutcomeCause.TimedOverride, own.Decider, HeldBy: held.Explain(zone))
        : new ScheduleOutcome(DesiredState.Stopped, OutcomeCause.TimedOverride, HeldBy: held.Explain(zone));

    /// <summary>The wish for one instance: a running one of another type has to stop first to be resized.</summary>
    /// <param name="running">Whether the instance runs now.</param>
    /// <param name="instanceType">Its type now.</param>
    /// <param name="allowResize">Whether its service can resize; where it cannot, the asked type is ignored.</param>
    /// <param name="acceptedTypes">Types with which a running instance fits as well as with the asked one; default: none.</param>
    public DesiredState StateFor(bool running, string instanceType, bool allowResize, ImmutableArray<string> acceptedTypes = default)
    {
        var fits = State != DesiredState.Running || !running || !allowResize || InstanceType is not { } type
            || string.Equals(type, instanceType, StringComparison.Ordinal)
            || (!acceptedTypes.IsDefault && acceptedTypes.Contains(instanceType, StringComparer.Ordinal));
        return fits ? State : DesiredState.StoppedForResize;
    }

    /// <summary>Half a sentence for logs, notices and reports: what the schedule wants, and why.</summary>
    public string Explain(string schedule) => Cause switch
    {
        OutcomeCause.Override => $"schedule \"{schedule}\" is overridden to {(State == DesiredState.Running ? "running" : "stopped")}",
        OutcomeCause.TimedOverride => $"kept {(State == DesiredState.Running ? "running" : "stopped")} by {HeldBy}",
        OutcomeCause.MaintenanceWindow => $"maintenance window \"{Window}\" is open (use_maintenance_window of schedule \"{schedule}\")",
        OutcomeCause.PeriodRuns => $"period \"{Period}\" of schedule \"{schedule}\" runs",
        OutcomeCause.AdjacentPeriods => $"period \"{Period}\" of schedule \"{schedule}\" joins the next one",
        OutcomeCause.OneSidedPeriod => $"schedule \"{schedule}\" has no wish at this time of day",
        _ => $"no period of schedule \"{schedule}\" runs",
    };
}
