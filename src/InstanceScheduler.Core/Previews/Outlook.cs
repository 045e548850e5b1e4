using System.Collections.Immutable;
using InstanceScheduler.Core.Maintenance;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Previews;

/// <summary>All that decides on a schedule, or on one instance of it, over time. Asked at an instant, it answers as a run would.</summary>
/// <param name="Schedule">The schedule.</param>
public sealed record Outlook(Schedule Schedule)
{
    /// <summary>Overrides of the configuration, whomever they are about.</summary>
    public OverrideSet Overrides { get; init; } = OverrideSet.None;

    /// <summary>The instance; by default none, so that only overrides of the whole schedule count.</summary>
    public OverrideSubject Subject { get; init; } = new("", "", "", "", Schedule.Name);

    /// <summary>What the instance's own tag says; null: nothing.</summary>
    public TimedOverride? Tag { get; init; }

    /// <summary>The instance's weekly maintenance window; null: it has none.</summary>
    public WeeklyWindow? WeeklyWindow { get; init; }

    /// <summary>Executions of the Systems Manager window that the schedule names, as far as they are known.</summary>
    public ImmutableArray<DatedWindow> DatedWindows { get; init; } = [];

    /// <summary>How long before its begin a dated window counts as open.</summary>
    public Duration Lead { get; init; }

    /// <summary>What is wanted at an instant.</summary>
    public ScheduleOutcome At(Instant instant) => ScheduleEvaluator.Evaluate(Schedule, instant, WindowAt(instant), HeldAt(instant));

    /// <summary>The override that holds at an instant, whether or not a window goes before it; null: none does.</summary>
    public TimedOverride? HeldAt(Instant instant) => Tag is null && Overrides.IsEmpty ? null : Overrides.Find(Subject, instant, Tag);

    /// <summary>What is wanted at <paramref name="from"/>, and each transition after it, as far as it is read.</summary>
    /// <param name="from">First instant, included.</param>
    /// <param name="to">Last instant, excluded.</param>
    public IEnumerable<PreviewEntry> Between(Instant from, Instant to)
    {
        if (from >= to)
            yield break;
        var last = At(from);
        yield return EntryOf(from, PreviewKind.Holds, last);
        var ends = Schedule.Enforced ? [] : LoneEnds.Between(Schedule, from, to).ToHashSet();
        foreach (var moment in Moments(from, to))
        {
            var outcome = At(moment);
            if (!IsSame(outcome, last))
                yield return EntryOf(moment, PreviewKind.Changes, outcome);
            else if (outcome.Cause == OutcomeCause.NoPeriodRuns && ends.Contains(moment))
                yield return EntryOf(moment, PreviewKind.StopsAgain, outcome);
            last = outcome;
        }
    }

    /// <summary>The moments after <paramref name="from"/> and before <paramref name="to"/> at which anything can change, in order.</summary>
    internal IEnumerable<Instant> Moments(Instant from, Instant to)
    {
        var moments = new SortedSet<Instant>(Edges(from, to).Where(edge => edge > from && edge < to));
        if (Schedule.Override is null)
            moments.UnionWith(ScheduleTimeline.Moments(Schedule, from, to));
        return moments;
    }

    private IEnumerable<Instant> Edges(Instant from, Instant to)
    {
        foreach (var held in Overrides.About(Subject).Concat(Tag is null ? [] : [Tag]))
        {
            if (held.Begin is { } begin)
                yield return begin;
            yield return held.End;
        }

        if (!Schedule.UseMaintenanceWindow)
            yield break;
        foreach (var edge in WeeklyWindow?.EdgesBetween(from, to) ?? [])
            yield return edge;
        foreach (var window in DatedWindows)
        {
            yield return window.Begin - Lead;
            yield return window.End;
        }
    }

    private string? WindowAt(Instant instant) =>
        !Schedule.UseMaintenanceWindow ? null
        : WeeklyWindow?.IsOpenAt(instant) == true ? WeeklyWindow.Text
        : DatedWindows.FirstOrDefault(window => window.IsOpenAt(instant, Lead))?.Name;

    private PreviewEntry EntryOf(Instant at, PreviewKind kind, ScheduleOutcome outcome) =>
        new(at, kind, outcome, outcome.Cause == OutcomeCause.TimedOverride ? HeldAt(at) : null);

    private static bool IsSame(ScheduleOutcome one, ScheduleOutcome other) =>
        one.State == other.State && one.InstanceType == other.InstanceType && DeciderOf(one) == DeciderOf(other);

    // That two periods are bridged is no transition.
    private static (OutcomeCause? Cause, string? Name) DeciderOf(ScheduleOutcome outcome) => outcome.Cause switch
    {
        OutcomeCause.MaintenanceWindow => (outcome.Cause, outcome.Window),
        OutcomeCause.TimedOverride => (outcome.Cause, outcome.HeldBy),
        _ => (null, outcome.Period),
    };
}
