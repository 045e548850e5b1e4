using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Previews;

/// <summary>One coming transition.</summary>
/// <param name="At">First instant of it, included: the first run at or after it acts.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Outcome">What is wanted from then on, and why.</param>
/// <param name="Held">The override that decides; null: none does.</param>
public readonly record struct PreviewEntry(Instant At, PreviewKind Kind, ScheduleOutcome Outcome, TimedOverride? Held = null)
{
    /// <summary>Half a sentence: why.</summary>
    /// <param name="schedule">The schedule.</param>
    public string Explain(Schedule schedule) => Kind == PreviewKind.StopsAgain
        ? $"a period of schedule \"{schedule.Name}\" that only stops ends: what people started is stopped"
        : Outcome.Explain(schedule.Name) + DayOf(schedule) switch
        {
            (DayKind.Holiday, { } calendar) => $" on a holiday of calendar \"{calendar}\"",
            (DayKind.Workday, { } calendar) => $" on a make-up day of calendar \"{calendar}\"",
            _ => "",
        };

    /// <summary>What makes the day of a period that runs an unusual one: a holiday, or a day of work at a weekend. Null: nothing does.</summary>
    /// <param name="schedule">The schedule.</param>
    internal (DayKind Kind, string? Calendar) DayOf(Schedule schedule)
    {
        if (Outcome is not { Cause: OutcomeCause.PeriodRuns, Decider.Period: { Calendar: { } calendar } period })
            return default;
        var local = At.InZone(schedule.Zone).LocalDateTime;
        var date = period.BeganAt(local) < 0 ? local.Date.PlusDays(-1) : local.Date;
        return calendar.UnusualKindOf(date) is { } kind ? (kind, calendar.Name) : default;
    }
}
