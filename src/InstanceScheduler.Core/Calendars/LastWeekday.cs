using NodaTime;

namespace InstanceScheduler.Core.Calendars;

/// <summary><c>friL</c>: the last Friday of a month.</summary>
internal sealed record LastWeekday(int Weekday) : DatedTerm
{
    public override bool Matches(LocalDate date, WorkdayCalendar? calendar) =>
        (int)date.DayOfWeek - 1 == Weekday && date.Day + 7 > LengthOfMonth(date);
}
