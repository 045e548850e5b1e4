using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>The days that a cron expression names by its day of the month and its day of the week, which counts from Sunday as 1.</summary>
internal sealed class CronDays
{
    private const string Last = "L";

    private static readonly string[] WeekDayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly Func<LocalDate, bool> _monthDay;
    private readonly Func<LocalDate, bool> _weekDay;

    public CronDays(string monthDay, string weekDay)
    {
        _monthDay = monthDay == Last
            ? date => date.Day == LastDay(date)
            : In(CronField.Values(monthDay, 1, 31), date => date.Day);
        _weekDay = WeekDay(weekDay);
    }

    public bool Matches(LocalDate date) => _monthDay(date) && _weekDay(date);

    private static Func<LocalDate, bool> WeekDay(string text)
    {
        if (text.Split('#') is [var day, var nth])
        {
            var (number, week) = (Number(day), CronField.Number(nth, 1, 5));
            return date => Number(date) == number && (date.Day + 6) / 7 == week;
        }

        if (text.Length > Last.Length && text.EndsWith(Last, StringComparison.Ordinal))
        {
            var number = Number(text[..^Last.Length]);
            return date => Number(date) == number && date.Day + 7 > LastDay(date);
        }

        return In(CronField.Values(text == Last ? "SAT" : text, 1, 7, WeekDayNames), Number);
    }

    private static Func<LocalDate, bool> In(ImmutableSortedSet<int> values, Func<LocalDate, int> part) =>
        date => values.Contains(part(date));

    private static int Number(string day) => CronField.Number(day, 1, 7, WeekDayNames);

    private static int Number(LocalDate date) => ((int)date.DayOfWeek % 7) + 1;

    private static int LastDay(LocalDate date) => date.Calendar.GetDaysInMonth(date.Year, date.Month);
}
