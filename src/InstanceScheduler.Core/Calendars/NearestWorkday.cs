using NodaTime;

namespace InstanceScheduler.Core.Calendars;

/// <summary><c>25W</c>: the working day nearest to a day, never outside its month; a day the month lacks matches nothing.</summary>
/// <remarks>Of two that are equally near, the earlier one.</remarks>
internal sealed record NearestWorkday(int Day) : DatedTerm
{
    public override bool Matches(LocalDate date, WorkdayCalendar? calendar)
    {
        var length = LengthOfMonth(date);
        if (Day > length)
            return false;
        if (calendar is not null)
            return date.Day == Nearest(date, length, calendar);
        var shift = new LocalDate(date.Year, date.Month, Day).DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => Day > 1 ? -1 : 2,
            IsoDayOfWeek.Sunday => Day < length ? 1 : -2,
            _ => 0,
        };
        return date.Day == Day + shift;
    }

    // Null for a month without a working day.
    private int? Nearest(LocalDate month, int length, WorkdayCalendar calendar)
    {
        for (var distance = 0; distance < length; distance++)
            foreach (var day in (ReadOnlySpan<int>)[Day - distance, Day + distance])
                if (day >= 1 && day <= length && calendar.KindOf(new LocalDate(month.Year, month.Month, day)) == DayKind.Workday)
                    return day;
        return null;
    }
}
