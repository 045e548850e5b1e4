using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>The parts of a file, one per type of item, in their order.</summary>
internal static class ConfigSections
{
    /// <summary>Says where a JSON file comes from, since JSON has no comments; ignored when a file is read.</summary>
    public const string About = "_about";

    private static readonly (string Section, string Type)[] All =
    [
        ("config", ConfigTypes.Config),
        ("calendars", ConfigTypes.Calendar),
        ("periods", ConfigTypes.Period),
        ("schedules", ConfigTypes.Schedule),
    ];

    // What people look at first comes first; what they add themselves follows in the order of the alphabet.
    private static readonly string[] Order =
    [
        ConfigAttributes.Description, ConfigAttributes.TimeZone, ConfigAttributes.Periods, ConfigAttributes.Calendar, ConfigAttributes.OverrideStatus,
        ConfigAttributes.BeginTime, ConfigAttributes.EndTime, ConfigAttributes.Weekdays, ConfigAttributes.MonthDays, ConfigAttributes.Months,
        ConfigAttributes.From, ConfigAttributes.Until, ConfigAttributes.Years, ConfigAttributes.Extends, ConfigAttributes.Holidays, ConfigAttributes.Workdays,
    ];

    public static IEnumerable<string> Names => All.Select(part => part.Section);

    public static IEnumerable<string> Types => All.Select(part => part.Type);

    public static string? TypeOf(string section) => All.FirstOrDefault(part => part.Section == section).Type;

    public static string Of(string type) => All.Single(part => part.Type == type).Section;

    public static IEnumerable<string> InOrder(IEnumerable<string> attributes) => attributes
        .OrderBy(name => Array.IndexOf(Order, name) is >= 0 and var at ? at : Order.Length).ThenBy(name => name, StringComparer.Ordinal);
}
