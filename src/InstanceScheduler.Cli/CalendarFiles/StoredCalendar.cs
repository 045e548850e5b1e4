using System.Collections.Immutable;
using System.Text.Json.Nodes;
using InstanceScheduler.Core.Calendars;
using NodaTime;

namespace InstanceScheduler.Cli.CalendarFiles;

/// <summary>A calendar as <c>describe-calendars</c> shows it, with the days of its own lists.</summary>
/// <param name="Version">Version of its item; null: there is none.</param>
/// <param name="IsBuiltIn">Whether it is there without an item.</param>
/// <param name="Holidays">Days of its list.</param>
/// <param name="Workdays">Days of its list.</param>
internal sealed record StoredCalendar(string? Version, bool IsBuiltIn, ImmutableArray<LocalDate> Holidays, ImmutableArray<LocalDate> Workdays)
{
    /// <summary>The one of a name; without days where there is no item of it.</summary>
    /// <exception cref="CliException">Its days cannot be read.</exception>
    public static StoredCalendar Find(string name, JsonObject answer)
    {
        var found = (answer["Calendars"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(calendar => $"{calendar["Name"]}" == name);
        if (found is null || found["BuiltIn"] is not null)
            return new StoredCalendar(Version: null, IsBuiltIn: found is not null, [], []);
        try
        {
            return new StoredCalendar($"{found[nameof(Version)]}", IsBuiltIn: false, Days(found[nameof(Holidays)]), Days(found[nameof(Workdays)]));
        }
        catch (FormatException unreadable)
        {
            throw new CliException(ExitCode.No, $"calendar {name} cannot be used as it is: {unreadable.Message}; mend it first", unreadable);
        }
    }

    private static ImmutableArray<LocalDate> Days(JsonNode? list) => list switch
    {
        null => [],
        JsonArray many => [.. many.SelectMany(entry => Days(entry))],
        _ when list.ToString().Trim().Length == 0 => [],
        _ => [.. list.ToString().Split(',').SelectMany(entry => DateRange.Parse(entry.Trim()).Days)],
    };
}
