using NodaTime;

namespace InstanceScheduler.Core.Calendars;

/// <summary><c>25W</c>: the working day nearest to a day, never outside its month; a day the month lacks matches nothing.</summary>
internal sealed record NearestWorkday(int Day) : DatedTerm
{
    public override bool Matches(LocalDate date)
    {
        var length = LengthOfMonth(date);
        if (Day > length)
            return false;
        var shift = new LocalDate(date.Year, date.Month, Day).DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => Day > 1 ? -1 : 2,
            IsoDayOfWeek.Sunday => Day < length ? 1 : -2,
            _ => 0,
        };
        return date.Day == Day + shift;
    }
}
