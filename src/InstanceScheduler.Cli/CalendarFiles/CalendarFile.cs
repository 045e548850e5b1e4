using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.CalendarFiles;

/// <summary>Reads the files in which holidays and make-up days are published.</summary>
internal static class CalendarFile
{
    private const string IcsBegin = "BEGIN:VCALENDAR";

    /// <param name="path">As it was typed, for messages.</param>
    /// <param name="text">What the file holds.</param>
    /// <param name="format">One of <see cref="CalendarFormats"/>.</param>
    /// <exception cref="CliException">It cannot be read as that, or holds no days at all.</exception>
    public static FileDays Read(string path, string text, string format)
    {
        var isIcs = format == CalendarFormats.Ics || (format == CalendarFormats.Auto && text.AsSpan().TrimStart().StartsWith(IcsBegin, StringComparison.OrdinalIgnoreCase));
        try
        {
            var days = isIcs ? IcsCalendar.Read(text) : JsonCalendar.Read(JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }));
            return days.Holidays.Count + days.Workdays.Count > 0 ? days : throw new FormatException("it names no day");
        }
        catch (JsonException failure)
        {
            throw new CliException(ExitCode.Unusable, $"{path}: this is neither JSON nor an iCalendar file that begins with {IcsBegin}: {failure.Message}", failure);
        }
        catch (FormatException failure)
        {
            throw new CliException(ExitCode.Unusable, $"{path}: {failure.Message}", failure);
        }
    }
}
