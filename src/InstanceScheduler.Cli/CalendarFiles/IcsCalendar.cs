using System.Globalization;
using System.Text.RegularExpressions;
using InstanceScheduler.Core.Calendars;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Cli.CalendarFiles;

/// <summary>Reads the all-day events of an iCalendar file (RFC 5545): holidays, and make-up days where the summary says so.</summary>
internal static partial class IcsCalendar
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <exception cref="FormatException">An event cannot be read, or repeats itself.</exception>
    public static FileDays Read(string text)
    {
        var days = new FileDays();
        Dictionary<string, string>? open = null;
        foreach (var line in Unfolded(text))
        {
            var (name, value) = Property(line);
            if (name == "BEGIN" && value == "VEVENT")
                open = new Dictionary<string, string>(StringComparer.Ordinal);
            else if (name == "END" && value == "VEVENT" && open is not null)
            {
                Add(open, days);
                open = null;
            }
            else if (open is not null)
                // An alarm within an event has a trigger and a summary of its own; the event's come first.
                open.TryAdd(name, value);
        }

        return open is null ? days : throw new FormatException("the last event has no END:VEVENT");
    }

    private static void Add(Dictionary<string, string> given, FileDays days)
    {
        var summary = given.GetValueOrDefault("SUMMARY", "");
        var start = given.GetValueOrDefault("DTSTART", "");
        if (given.GetValueOrDefault("STATUS") == "CANCELLED")
        {
            days.Notes.Add($"\"{summary}\" of {start} is passed over: it is cancelled");
            return;
        }

        if (DatePattern.Parse(start) is not { Success: true, Value: var first })
        {
            days.Notes.Add($"\"{summary}\" of {start} is passed over: it is no event of whole days");
            return;
        }

        if (given.ContainsKey("RRULE") || given.ContainsKey("RDATE"))
            throw new FormatException($"\"{summary}\" of {start} repeats itself; write its dates one by one");
        var last = LastDay(given, first);
        if (last < first)
            throw new FormatException($"\"{summary}\" of {start} ends before it begins");
        days.Add(DateRange.Parse(new DateRange(first, last).ToString()), IsWork().IsMatch(summary));
    }

    // The end is the day after the last one; without an end it is one day.
    private static LocalDate LastDay(Dictionary<string, string> given, LocalDate first)
    {
        if (given.TryGetValue("DTEND", out var end))
            return DatePattern.Parse(end) is { Success: true, Value: var after }
                ? after == first ? first : after.PlusDays(-1)
                : throw new FormatException($"DTEND \"{end}\" is not a date like 20261008");
        if (!given.TryGetValue("DURATION", out var duration))
            return first;
        return WholeDays().Match(duration) is { Success: true } match && int.TryParse(match.Groups["n"].Value, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1000
            ? first.PlusDays(count * (match.Groups["unit"].Value == "W" ? 7 : 1) - 1)
            : throw new FormatException($"DURATION \"{duration}\" is no number of days, such as P3D");
    }

    // NAME;PARAMETER=…:value; a colon may stand within quotes.
    private static (string Name, string Value) Property(string line)
    {
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            quoted ^= line[at] == '"';
            if (line[at] == ':' && !quoted)
                return (line[..at].Split(';')[0].Trim().ToUpperInvariant(), line[(at + 1)..].Trim());
        }

        return ("", "");
    }

    // A line that begins with a blank goes on with the one before.
    private static IEnumerable<string> Unfolded(string text)
    {
        string? open = null;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (line.StartsWith(' ') || line.StartsWith('\t'))
            {
                open += line[1..];
                continue;
            }

            if (open is not null)
                yield return open;
            open = line;
        }

        if (open is not null)
            yield return open;
    }

    // Not "Workers' Day", which is a holiday.
    [GeneratedRegex(@"班|\bmake-?up\b|\bwork(ing)?[ -]?days?\b|\bwork\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex IsWork();

    [GeneratedRegex(@"^\+?P(?<n>[0-9]{1,3})(?<unit>[DW])\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WholeDays();
}
