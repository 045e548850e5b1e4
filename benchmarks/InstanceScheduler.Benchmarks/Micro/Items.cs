using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>Items of a configuration table, as they are once the table is read.</summary>
internal static class Items
{
    public static ConfigItem Of(string type, string name, params (string Name, string Value)[] attributes) => new(
        type, name, attributes.ToImmutableDictionary(one => one.Name, one => (ConfigValue)new ConfigValue.Text(one.Value), StringComparer.Ordinal));

    /// <summary>So many schedules with three periods each, no two of which share one.</summary>
    public static ImmutableArray<ConfigItem> Schedules(int count) =>
    [
        Of("config", "scheduler", ("default_timezone", "Asia/Shanghai"), ("scheduled_services", "ec2")),
        .. Enumerable.Range(0, count).SelectMany(number => new[]
        {
            Of("schedule", $"schedule-{number}", ("periods", $"early-{number},late-{number},batch-{number}"), ("timezone", "Asia/Shanghai")),
            Of("period", $"early-{number}", ("begintime", $"07:{number % 60:00}"), ("endtime", "12:00"), ("weekdays", "mon-fri")),
            Of("period", $"late-{number}", ("begintime", "13:00"), ("endtime", $"19:{number % 60:00}"), ("weekdays", "mon-wed,fri"), ("months", "jan-jun,sep-dec")),
            Of("period", $"batch-{number}", ("begintime", "01:00"), ("endtime", "04:00"), ("monthdays", "1-7,15,L")),
        }),
    ];
}
