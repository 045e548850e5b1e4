using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Core.Tests;

/// <summary>Items of the configuration table in short: <c>Period("office", "begintime=09:00", "endtime=17:00")</c>.</summary>
internal static class TestItems
{
    public static ConfigItem Settings(params string[] attributes) => Item(ConfigTypes.Config, ConfigTypes.SchedulerItem, attributes);

    public static ConfigItem Period(string name, params string[] attributes) => Item(ConfigTypes.Period, name, attributes);

    public static ConfigItem Schedule(string name, params string[] attributes) => Item(ConfigTypes.Schedule, name, attributes);

    public static ConfigItem Calendar(string name, params string[] attributes) => Item(ConfigTypes.Calendar, name, attributes);

    public static ConfigItem Override(string name, params string[] attributes) => Item(ConfigTypes.Override, name, attributes);

    /// <summary>The item with one attribute more, of whatever type.</summary>
    public static ConfigItem With(this ConfigItem item, string attribute, ConfigValue value) =>
        item with { Attributes = item.Attributes.SetItem(attribute, value) };

    public static ConfigValue Text(string value) => new ConfigValue.Text(value);

    public static ConfigValue Flag(bool value) => new ConfigValue.Flag(value);

    public static ConfigValue Many(params string[] values) => new ConfigValue.Many([.. values]);

    public static SchedulerConfiguration Read(params ConfigItem[] items) => ConfigurationReader.Read(items);

    /// <summary>The one schedule of some items, which must be usable.</summary>
    public static Schedule ReadSchedule(params ConfigItem[] items)
    {
        var configuration = Read(items);
        Assert.Empty(configuration.Problems);
        return Assert.Single(configuration.Schedules).Value;
    }

    private static ConfigItem Item(string type, string name, string[] attributes) => new(type, name, attributes
        .Select(attribute => attribute.Split('=', 2))
        .ToImmutableDictionary(parts => parts[0], parts => Text(parts[1]), StringComparer.Ordinal));
}
