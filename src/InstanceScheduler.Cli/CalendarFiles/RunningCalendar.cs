using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.CalendarFiles;

/// <summary>Writes stretches of running as a calendar (RFC 5545): an event each, with the same id whenever one asks.</summary>
internal static class RunningCalendar
{
    private const int MostOctets = 75;
    private const string Moment = "yyyyMMdd'T'HHmmss'Z'";

    /// <param name="spans">The stretches as the function tells them.</param>
    /// <param name="scope">Where they are, such as the stack: what is alike elsewhere has other ids.</param>
    /// <param name="now">When it is written.</param>
    public static string Write(JsonArray spans, string scope, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", $"PRODID:-//{Commands.SchedulerCli.Name}//{Commands.SchedulerCli.Version}//EN", "CALSCALE:GREGORIAN"])
            AppendFolded(text, line);
        foreach (var span in spans.OfType<JsonObject>())
            foreach (var line in Event(span, scope, now))
                AppendFolded(text, line);
        AppendFolded(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static IEnumerable<string> Event(JsonObject span, string scope, DateTimeOffset now)
    {
        var subject = Text(span, "Instance") is { Length: > 0 } instance ? instance : Text(span, "Schedule");
        var (begin, end) = (Time(Text(span, "Begin")), Time(Text(span, "End")));
        // A stretch that began so long ago that nobody knows when is one and the same whenever one asks.
        var id = $"{scope}\n{subject}\n{(span["HasBegin"]?.GetValue<bool>() == true ? begin : "always")}";
        yield return "BEGIN:VEVENT";
        yield return $"UID:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32]}@{Commands.SchedulerCli.Name}";
        yield return $"DTSTAMP:{now.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)}";
        yield return $"DTSTART:{begin}";
        yield return $"DTEND:{end}";
        yield return $"SUMMARY:{Escaped($"{subject} runs")}";
        yield return $"DESCRIPTION:{Escaped(Text(span, "Reason"))}";
        yield return "TRANSP:TRANSPARENT";
        yield return "END:VEVENT";
    }

    private static string Text(JsonObject span, string name) => span[name]?.ToString() ?? "";

    private static string Time(string written) =>
        DateTimeOffset.Parse(written, CultureInfo.InvariantCulture).UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter == '\n')
                escaped.Append("\\n");
            else if (!char.IsControl(letter))
                escaped.Append(letter is '\\' or ';' or ',' ? "\\" : "").Append(letter);
        }

        return escaped.ToString();
    }

    // Lines are at most 75 octets long, and no letter is cut in two; the blank that continues a line counts.
    private static void AppendFolded(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
