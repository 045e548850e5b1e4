using NodaTime;

namespace InstanceScheduler.Core.Calendars;

/// <summary>A part of a calendar expression whose meaning depends on the month it is asked for.</summary>
internal abstract record DatedTerm
{
    public abstract bool Matches(LocalDate date, WorkdayCalendar? calendar);

    protected static int LengthOfMonth(LocalDate date) => date.Calendar.GetDaysInMonth(date.Year, date.Month);
}
