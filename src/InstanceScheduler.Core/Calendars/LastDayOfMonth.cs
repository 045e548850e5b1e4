using NodaTime;

namespace InstanceScheduler.Core.Calendars;

/// <summary><c>L</c>: the last day of a month; <c>L-30</c> only where that day is not after the 30th.</summary>
internal sealed record LastDayOfMonth(int NotAfter) : DatedTerm
{
    public override bool Matches(LocalDate date, WorkdayCalendar? calendar) => date.Day == LengthOfMonth(date) && date.Day <= NotAfter;
}
