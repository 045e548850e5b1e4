using System.Collections.Immutable;
using InstanceScheduler.Core.Calendars;

namespace InstanceScheduler.Core.Configuration;

/// <summary>The calendars that are there without an item. An item of the same name takes their place.</summary>
public static class BuiltInCalendars
{
    private static readonly Lazy<WorkdayCalendar> China = new(() => CalendarReader.Read(All[0], extended: null));

    /// <summary>Each as the item that it would be in the table.</summary>
    public static ImmutableArray<ConfigItem> All { get; } =
    [
        new ConfigItem(ConfigTypes.Calendar, ChinaCalendar.Name, ImmutableDictionary.CreateRange<string, ConfigValue>(StringComparer.Ordinal,
        [
            new(ConfigAttributes.Description, new ConfigValue.Text(ChinaCalendar.Description)),
            new(ConfigAttributes.Holidays, new ConfigValue.Many(ChinaCalendar.Holidays)),
            new(ConfigAttributes.Workdays, new ConfigValue.Many(ChinaCalendar.Workdays)),
        ])),
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(item => item.Name);

    /// <summary>Whether there is one of that name.</summary>
    public static bool Has(string name) => name == ChinaCalendar.Name;

    internal static WorkdayCalendar? Find(string name) => Has(name) ? China.Value : null;
}
