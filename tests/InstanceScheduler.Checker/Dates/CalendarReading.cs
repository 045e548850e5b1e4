using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Checker.Dates;

/// <summary>The days of a calendar, as somebody published them.</summary>
/// <param name="name">What schedules call it.</param>
/// <param name="holidays">Days off, <c>2026-10-01</c> or <c>2026-10-01/2026-10-07</c>.</param>
/// <param name="workdays">Saturdays and Sundays on which people work, written likewise.</param>
public sealed class CalendarReading(string name, IEnumerable<string> holidays, IEnumerable<string> workdays)
{
    private readonly HashSet<LocalDate> _holidays = [.. holidays.SelectMany(Days)];
    private readonly HashSet<LocalDate> _workdays = [.. workdays.SelectMany(Days)];

    /// <summary>What schedules call it.</summary>
    public string Name => name;

    /// <summary>Whether a date is off by the calendar.</summary>
    public bool IsHoliday(LocalDate date) => _holidays.Contains(date);

    /// <summary>Whether people work on a Saturday or Sunday.</summary>
    public bool IsMakeUpDay(LocalDate date) => _workdays.Contains(date);

    /// <summary>Whether people work on a date.</summary>
    public bool IsWorkday(LocalDate date) => IsMakeUpDay(date) || (date.DayOfWeek < IsoDayOfWeek.Saturday && !IsHoliday(date));

    private static IEnumerable<LocalDate> Days(string range)
    {
        var ends = range.Split('/').Select(day => LocalDatePattern.Iso.Parse(day).Value).ToArray();
        for (var day = ends[0]; day <= ends[^1]; day = day.PlusDays(1))
            yield return day;
    }
}
