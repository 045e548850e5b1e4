using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>Items of a configuration table, as they are once the table is read.</summary>
internal static class Items
{
    public static ConfigItem Of(string type, string name, params (string Name, string Value)[] attributes) => new(
        type, name, attributes.ToImmutableDictionary(one => one.Name, one => (ConfigValue)new ConfigValue.Text(one.Value), StringComparer.Ordinal));

    /// <summary>So many schedules with three periods each, beside one with one.</summary>
    public static ImmutableArray<ConfigItem> Schedules(int count) => [.. OfficeItems.Beside(count).Select(item => RawConfiguration.ItemOf(JsonElement.Parse(item)))];
}
