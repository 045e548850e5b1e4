using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Periods;

/// <summary>A named rule: times of day and date conditions, all of which must hold for it to want an instance running.</summary>
/// <remarks>Carries no zone: ask it with the schedule's local time, never with UTC.</remarks>
public sealed record Period
{
    /// <summary>Name that schedules refer to, compared letter by letter.</summary>
    public required string Name { get; init; }

    /// <summary>Text for people.</summary>
    public string? Description { get; init; }

    /// <summary>First minute in which the period runs, included; absent: see <see cref="StateAt"/>.</summary>
    public TimeOfDay? Begin { get; init; }

    /// <summary>Minute in which the period no longer runs (excluded end); 24:00 is the end of the day.</summary>
    public TimeOfDay? End { get; init; }

    /// <summary>Days of the week on which the period holds; absent: every day.</summary>
    public CalendarExpression? Weekdays { get; init; }

    /// <summary>Days of the month on which the period holds; absent: every day.</summary>
    public CalendarExpression? MonthDays { get; init; }

    /// <summary>Months in which the period holds; absent: all.</summary>
    public CalendarExpression? Months { get; init; }

    /// <summary>What the period wants at a local time.</summary>
    /// <remarks>
    /// A date condition that fails: stopped. No times: running all day. Both times: running from begin (included) to end
    /// (excluded), else stopped. Only a begin: running from then to midnight, before it no wish. Only an end: stopped from
    /// then to midnight, before it no wish.
    /// </remarks>
    public DesiredState StateAt(LocalDateTime local)
    {
        if (!HoldsOn(local.Date))
            return DesiredState.Stopped;
        var minute = new TimeOfDay(local.Hour * 60 + local.Minute);
        return (Begin, End) switch
        {
            (null, null) => DesiredState.Running,
            ({ } begin, { } end) => begin <= minute && minute < end ? DesiredState.Running : DesiredState.Stopped,
            ({ } begin, null) => begin <= minute ? DesiredState.Running : DesiredState.Any,
            (null, { } end) => end <= minute ? DesiredState.Stopped : DesiredState.Any,
        };
    }

    /// <summary>Whether all date conditions hold on a local date.</summary>
    public bool HoldsOn(LocalDate date) =>
        (Weekdays is null || Weekdays.Contains(date))
        && (MonthDays is null || MonthDays.Contains(date))
        && (Months is null || Months.Contains(date));
}
