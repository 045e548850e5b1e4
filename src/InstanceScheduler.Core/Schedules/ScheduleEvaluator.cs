using InstanceScheduler.Core.Overrides;
using NodaTime;

namespace InstanceScheduler.Core.Schedules;

/// <summary>Tells what a schedule wants at an instant.</summary>
public static class ScheduleEvaluator
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>What <paramref name="schedule"/> wants at <paramref name="instant"/>, on its own wall clock.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="instant">When.</param>
    /// <param name="openWindow">The instance's maintenance window, if open at <paramref name="instant"/>; null: none is open.</param>
    /// <param name="held">The override that holds for the instance at <paramref name="instant"/>; null: none does.</param>
    /// <remarks>
    /// An open window wins, if the schedule uses maintenance windows. Then an override that holds, then override_status. Then any running period: of several, the latest begin decides (one of the day before is earlier than any of the day), on a tie the name that sorts first.
    /// Then a one-sided period without a wish. Then adjacency: with two periods or more, running both one elapsed minute ago
    /// and one ahead counts as running, each minute judged on its own local date. Else stopped.
    /// </remarks>
    public static ScheduleOutcome Evaluate(Schedule schedule, Instant instant, string? openWindow = null, TimedOverride? held = null)
    {
        if (openWindow is not null && schedule.UseMaintenanceWindow)
            return ScheduleOutcome.InMaintenanceWindow(openWindow);
        if (held is not null)
            return ScheduleOutcome.Under(held, schedule.Zone, Evaluate(schedule, instant));
        if (schedule.Override is { } fixedWish)
            return new ScheduleOutcome(fixedWish == OverrideStatus.Running ? DesiredState.Running : DesiredState.Stopped, OutcomeCause.Override);

        var outcome = EvaluatePeriods(schedule, instant);
        if (outcome.State != DesiredState.Stopped || schedule.Periods.Length < 2)
            return outcome;

        var before = EvaluatePeriods(schedule, instant - Minute);
        return before.State == DesiredState.Running && EvaluatePeriods(schedule, instant + Minute).State == DesiredState.Running
            ? before with { Cause = OutcomeCause.AdjacentPeriods }
            : outcome;
    }

    /// <summary>As <see cref="Evaluate"/>, without bridging adjacent periods.</summary>
    internal static ScheduleOutcome EvaluatePeriods(Schedule schedule, Instant instant)
    {
        var local = instant.InZone(schedule.Zone).LocalDateTime;
        SchedulePeriod? decider = null;
        var noWish = false;
        foreach (var candidate in schedule.Periods)
        {
            var state = candidate.Period.StateAt(local);
            noWish |= state == DesiredState.Any;
            if (state == DesiredState.Running && (decider is null || Beats(candidate, decider, local)))
                decider = candidate;
        }

        if (decider is not null)
            return new ScheduleOutcome(DesiredState.Running, OutcomeCause.PeriodRuns, decider);
        return noWish
            ? new ScheduleOutcome(DesiredState.Any, OutcomeCause.OneSidedPeriod)
            : new ScheduleOutcome(DesiredState.Stopped, OutcomeCause.NoPeriodRuns);
    }

    // A period without a begin loses against one with, and one that began yesterday against one that began today; the order in which
    // the table returns them never matters.
    private static bool Beats(SchedulePeriod candidate, SchedulePeriod best, LocalDateTime local)
    {
        var order = Nullable.Compare(candidate.Period.BeganAt(local), best.Period.BeganAt(local));
        if (order == 0)
            order = string.CompareOrdinal(best.Period.Name, candidate.Period.Name);
        return order == 0 ? string.CompareOrdinal(candidate.InstanceType, best.InstanceType) < 0 : order > 0;
    }
}
