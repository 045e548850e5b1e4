using System.Text.Json.Nodes;
using InstanceScheduler.Core.Calendars;

namespace InstanceScheduler.Cli.CalendarFiles;

/// <summary>Reads the JSON of public data sets, and lists of days like our own.</summary>
internal static class JsonCalendar
{
    private const string Expected =
        "expected {\"dates\": [{\"date\", \"type\"}]}, {\"holidays\": {\"2026-10-01\": …}, \"workdays\": {…}}, or the same with lists of dates";

    /// <exception cref="FormatException">It is none of these, or one of its dates is none.</exception>
    public static FileDays Read(JsonNode? document)
    {
        var days = new FileDays();
        // A list of years is read like one of them after the other.
        foreach (var part in document is JsonArray list ? list.ToArray() : [document])
            Read(part as JsonObject ?? throw new FormatException(Expected), days);
        return days;
    }

    private static void Read(JsonObject part, FileDays days)
    {
        if (part["dates"] is JsonArray dates)
        {
            foreach (var date in dates)
                ReadTyped(date as JsonObject ?? throw new FormatException(Expected), days);
            return;
        }

        if (part["holidays"] is null && part["workdays"] is null)
            throw new FormatException(Expected);
        ReadList(part["holidays"], isWorkday: false, days);
        ReadList(part["workdays"], isWorkday: true, days);
    }

    private static void ReadTyped(JsonObject date, FileDays days)
    {
        var type = Text(date["type"]);
        if (type is "public_holiday" or "transfer_workday")
            days.Add(DateRange.Parse(Text(date["date"])), isWorkday: type == "transfer_workday");
        else
            days.Notes.Add($"{Text(date["date"])} is passed over: its type \"{type}\" is neither public_holiday nor transfer_workday");
    }

    private static void ReadList(JsonNode? list, bool isWorkday, FileDays days)
    {
        var entries = list switch
        {
            null => [],
            JsonObject named => named.Select(day => day.Key),
            JsonArray plain => plain.Select(Text),
            _ => throw new FormatException(Expected),
        };
        foreach (var entry in entries)
            days.Add(DateRange.Parse(entry), isWorkday);
    }

    private static string Text(JsonNode? node) => node is JsonValue ? node.ToString() : throw new FormatException(Expected);
}
