using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Core.Calendars;

/// <summary>Days in a row, as calendars list them: <c>2026-10-01</c>, or <c>2026-10-01/2026-10-07</c>.</summary>
/// <param name="First">First day, included.</param>
/// <param name="Last">Last day, included; not before the first.</param>
public readonly record struct DateRange(LocalDate First, LocalDate Last)
{
    /// <summary>First year that a calendar or a period may name.</summary>
    public const int FirstYear = 1970;

    /// <summary>Last year that a calendar or a period may name.</summary>
    public const int LastYear = 2199;

    private const char Separator = '/';

    /// <summary>Number of days.</summary>
    public int Count => NodaTime.Period.DaysBetween(First, Last) + 1;

    /// <summary>The days in order.</summary>
    public IEnumerable<LocalDate> Days
    {
        get
        {
            for (var day = First; day <= Last; day = day.PlusDays(1))
                yield return day;
        }
    }

    /// <summary>A date as <c>yyyy-mm-dd</c>; null when the text is anything else, or a year out of bounds.</summary>
    public static LocalDate? TryParseDay(string text) =>
        LocalDatePattern.Iso.Parse(text.Trim()) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } day } ? day : null;

    /// <summary>Reads a day or a range.</summary>
    /// <exception cref="FormatException">It is neither; the message says what would be right.</exception>
    public static DateRange Parse(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        var first = Day(at < 0 ? text : text[..at], text);
        var last = at < 0 ? first : Day(text[(at + 1)..], text);
        return first <= last ? new DateRange(first, last) : throw new FormatException($"\"{text}\" ends before it begins");
    }

    /// <summary>The ranges that hold exactly these days, in order, none of which touches another.</summary>
    public static IEnumerable<DateRange> Joined(IEnumerable<LocalDate> days)
    {
        DateRange? open = null;
        foreach (var day in days.Order())
        {
            if (open is { } range && day <= range.Last.PlusDays(1))
            {
                open = range with { Last = day };
                continue;
            }

            if (open is { } closed)
                yield return closed;
            open = new DateRange(day, day);
        }

        if (open is { } end)
            yield return end;
    }

    /// <summary>The range as calendars list it.</summary>
    public override string ToString() => First == Last
        ? LocalDatePattern.Iso.Format(First)
        : $"{LocalDatePattern.Iso.Format(First)}{Separator}{LocalDatePattern.Iso.Format(Last)}";

    private static LocalDate Day(string text, string whole) => TryParseDay(text)
        ?? throw new FormatException(
            $"\"{whole}\" is not a date; write 2026-10-01, or 2026-10-01/2026-10-07 for days in a row, in the years {FirstYear} to {LastYear}");
}
