using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Checker.Dates;

/// <summary>Tells whether a period is on for a date: by lists and ranges, <c>mon#1</c>, <c>friL</c>, <c>L</c>, <c>25W</c>, dates, and a calendar.</summary>
internal static class DateReading
{
    private static readonly string[] Week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static bool Holds(JsonElement period, LocalDate date, CalendarReading? calendar) =>
        OnWeekday(Fields.List(period, "weekdays"), date, calendar)
        && (Fields.List(period, "monthdays") is var days && (days.Length == 0 || days.Any(day => IsMonthDay(day, date, calendar))))
        && !(Day(period, "from") > date) && !(Day(period, "until") < date);

    private static bool OnWeekday(string[] items, LocalDate date, CalendarReading? calendar)
    {
        if (items.Length == 0 || items.Contains("*"))
            return true;
        if (calendar?.IsHoliday(date) == true)
            return false;
        // A list that has all of Monday to Friday means a working week, whatever day the work is moved to.
        return calendar?.IsMakeUpDay(date) == true
            ? Enumerable.Range(0, 5).All(day => items.Any(item => Array.TrueForAll(item.Split('-'), Week.Contains) && InRange(item, day)))
            : items.Any(item => IsWeekday(item, date));
    }

    private static bool IsWeekday(string item, LocalDate date) => item switch
    {
        [.. var day, '#', var nth] => day == DayOf(date) && (date.Day + 6) / 7 == nth - '0',
        [.. var day, 'L'] => day == DayOf(date) && date.PlusWeeks(1).Month != date.Month,
        _ => InRange(item, (int)date.DayOfWeek - 1),
    };

    private static bool InRange(string range, int day)
    {
        var ends = range.Split('-').Select(name => Array.IndexOf(Week, name)).ToArray();
        return ends[0] <= ends[^1] ? ends[0] <= day && day <= ends[^1] : day >= ends[0] || day <= ends[^1];
    }

    private static bool IsMonthDay(string item, LocalDate date, CalendarReading? calendar)
    {
        if (item == "L")
            return date.PlusDays(1).Day == 1;
        if (item[^1] != 'W')
            return date.Day == Number(item);
        var aim = new LocalDate(date.Year, date.Month, Number(item[..^1]));
        // Nearer days first, of two alike the earlier.
        return date == Enumerable.Range(0, 31).SelectMany(far => new[] { aim.PlusDays(-far), aim.PlusDays(far) })
            .First(day => day.Month == aim.Month && (calendar?.IsWorkday(day) ?? day.DayOfWeek < IsoDayOfWeek.Saturday));
    }

    private static string DayOf(LocalDate date) => Week[(int)date.DayOfWeek - 1];

    private static LocalDate? Day(JsonElement period, string name) => Fields.Text(period, name) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
