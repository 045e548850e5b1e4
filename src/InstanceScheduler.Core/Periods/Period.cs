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

    /// <summary>Minute in which the period no longer runs (excluded end), on the next day where it is before the begin; 24:00 is the end of the day.</summary>
    public TimeOfDay? End { get; init; }

    /// <summary>Days of the week on which the period begins; absent: every day.</summary>
    public CalendarExpression? Weekdays { get; init; }

    /// <summary>Days of the month on which the period begins; absent: every day.</summary>
    public CalendarExpression? MonthDays { get; init; }

    /// <summary>Months in which the period begins; absent: all.</summary>
    public CalendarExpression? Months { get; init; }

    /// <summary>Dates outside which the period does not begin; absent: none.</summary>
    public DateLimits? Dates { get; init; }

    /// <summary>What tells its holidays and make-up days; absent: nothing, every week is a plain one.</summary>
    public WorkdayCalendar? Calendar { get; init; }

    /// <summary>Whether it runs over midnight: it ends on the day after the one on which it begins.</summary>
    public bool EndsNextDay => Begin > End;

    /// <summary>Whether it only ever stops: it has an end and no begin.</summary>
    public bool OnlyStops => Begin is null && End is not null;

    /// <summary>What the period wants at a local time.</summary>
    /// <remarks>
    /// A date condition that fails: stopped. No times: running all day. Both times: running from begin (included) to end
    /// (excluded), else stopped; with an end before the begin, until that time of the next day, whatever conditions say of that
    /// day. Only a begin: running from then to midnight, before it no wish. Only an end: stopped from then to midnight, before it
    /// no wish.
    /// </remarks>
    public DesiredState StateAt(LocalDateTime local)
    {
        var minute = new TimeOfDay(local.Hour * 60 + local.Minute);
        if (EndsNextDay)
            return (Begin <= minute && HoldsOn(local.Date)) || (minute < End && HoldsOn(local.Date.PlusDays(-1))) ? DesiredState.Running : DesiredState.Stopped;
        if (!HoldsOn(local.Date))
            return DesiredState.Stopped;
        return (Begin, End) switch
        {
            (null, null) => DesiredState.Running,
            ({ } begin, { } end) => begin <= minute && minute < end ? DesiredState.Running : DesiredState.Stopped,
            ({ } begin, null) => begin <= minute ? DesiredState.Running : DesiredState.Any,
            (null, { } end) => end <= minute ? DesiredState.Stopped : DesiredState.Any,
        };
    }

    /// <summary>Whether all date conditions hold on a local date, so that the period begins on it.</summary>
    public bool HoldsOn(LocalDate date) =>
        (Weekdays is null || Weekdays.Contains(date, Calendar))
        && (MonthDays is null || MonthDays.Contains(date, Calendar))
        && (Months is null || Months.Contains(date))
        && (Dates is null || Dates.Contains(date));

    /// <summary>When the period that runs at a local time began, in minutes since that day's midnight: negative since the day before, null without a begin.</summary>
    internal int? BeganAt(LocalDateTime local) => Begin is not { } begin ? null
        : EndsNextDay && local.Hour * 60 + local.Minute < begin.Minutes ? begin.Minutes - TimeOfDay.EndOfDay.Minutes
        : begin.Minutes;
}
