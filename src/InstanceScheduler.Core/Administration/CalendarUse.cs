using System.Collections.Immutable;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Administration;

/// <summary>Tells who uses a calendar.</summary>
public static class CalendarUse
{
    /// <summary>Items of calendars that the schedules and periods of a table name, and those that these extend; no built-in ones.</summary>
    public static ImmutableArray<ConfigItem> Needed(IReadOnlyList<ConfigItem> table)
    {
        Dictionary<string, ConfigItem>? needed = null;
        foreach (var item in table)
            if (item.Type is ConfigTypes.Schedule or ConfigTypes.Period && NameIn(item, ConfigAttributes.Calendar) is { } name)
                Add(name);
        return needed is null ? [] : [.. needed.Values.OrderBy(item => item.Name, StringComparer.Ordinal)];

        void Add(string? name)
        {
            while (name is not null && needed?.ContainsKey(name) != true && table.FirstOrDefault(item => item.Type == ConfigTypes.Calendar && item.Name == name) is { } calendar)
            {
                (needed ??= new Dictionary<string, ConfigItem>(StringComparer.Ordinal))[name] = calendar;
                name = NameIn(calendar, ConfigAttributes.Extends);
            }
        }
    }

    /// <summary>The items that name a calendar, <c>schedule office</c>, in order: those would be left without it.</summary>
    internal static ImmutableArray<string> UsersOf(string calendar, IEnumerable<ConfigItem> table) =>
    [
        .. table.Where(item => Names(item, calendar)).Select(item => $"{item.Type} {item.Name}").Order(StringComparer.Ordinal),
    ];

    /// <summary>Checks that there is a calendar of that name.</summary>
    /// <exception cref="ActionRefusedException">There is none.</exception>
    internal static void CheckExists(string name, IEnumerable<ConfigItem> table)
    {
        string[] known = [.. table.Where(item => item.Type == ConfigTypes.Calendar).Select(item => item.Name).Union(BuiltInCalendars.Names, StringComparer.Ordinal)];
        if (!known.Contains(name, StringComparer.Ordinal))
            throw new ActionRefusedException($"error: not found: calendar {name} does not exist{Suggestion.For(name, known)}");
    }

    private static bool Names(ConfigItem item, string calendar) => item.Type switch
    {
        ConfigTypes.Schedule or ConfigTypes.Period => NameIn(item, ConfigAttributes.Calendar) == calendar,
        ConfigTypes.Calendar => item.Name != calendar && NameIn(item, ConfigAttributes.Extends) == calendar,
        _ => false,
    };

    private static string? NameIn(ConfigItem item, string attribute)
    {
        if (!item.Attributes.ContainsKey(attribute))
            return null;
        try
        {
            return new AttributeReader(item).Text(attribute) is { } name and not WorkdayCalendar.NoneName ? name : null;
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }
}
