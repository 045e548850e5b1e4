using NodaTime;

namespace InstanceScheduler.Core.Calendars;

/// <summary><c>mon#2</c>: the second Monday of a month; a fifth one that does not exist matches nothing.</summary>
internal sealed record NthWeekday(int Weekday, int Occurrence) : DatedTerm
{
    public override bool Matches(LocalDate date, WorkdayCalendar? calendar) =>
        (int)date.DayOfWeek - 1 == Weekday && (date.Day - 1) / 7 + 1 == Occurrence;
}
