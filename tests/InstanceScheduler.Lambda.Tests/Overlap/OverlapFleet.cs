using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>Schedules and a fleet with one instance of every kind, at 18:00 in Shanghai, when the day ends and the evening begins.</summary>
internal static class OverlapFleet
{
    public const string Window = "patching";

    /// <summary>Of a run that died at 17:30.</summary>
    private const string Killed = "2026-11-23T09:30:00Z dead0001";

    public static readonly SchedulerConfiguration Configuration = ConfigurationReader.Read(
    [
        Item(ConfigTypes.Config, ConfigTypes.SchedulerItem, (ConfigAttributes.DefaultTimeZone, new ConfigValue.Text("Asia/Shanghai")),
            (ConfigAttributes.StartedTags, new ConfigValue.Text("state=started")), (ConfigAttributes.StoppedTags, new ConfigValue.Text("state=stopped"))),
        Period("day", "09:00", "18:00"),
        Period("evening", "18:00", "22:00"),
        Period("after", "18:05", "22:00"),
        Period("moment", "18:00", "18:05"),
        Period("night", "22:30", "23:30"),
        Schedule("day", ["day"]),
        Schedule("day-retained", ["day"], ConfigAttributes.RetainRunning),
        Schedule("day-enforced", ["day"], ConfigAttributes.Enforced),
        Schedule("evening-retained", ["evening"], ConfigAttributes.RetainRunning),
        Schedule("evening-sized", ["evening@c5.large"], ConfigAttributes.RetainRunning),
        Schedule("sized", ["day@m5.large", "evening@c5.large"]),
        Schedule("all-day", ["day", "evening"]),
        Schedule("night", ["night"]),
        Schedule("moment", ["moment"]),
        Schedule("gap", ["day", "after"]),
        Item(ConfigTypes.Schedule, "patched", (ConfigAttributes.Periods, new ConfigValue.Many(["night"])),
            (ConfigAttributes.UseMaintenanceWindow, new ConfigValue.Flag(true)), (ConfigAttributes.SsmMaintenanceWindow, new ConfigValue.Text(Window))),
    ]);

    /// <summary>Instances.</summary>
    public static readonly ImmutableArray<Member> Instances =
    [
        new("to start", "evening-retained", Runs: false, "stopped"),
        new("to stop", "day", Runs: true, "running"),
        new("to stop, enforced", "day-enforced", Runs: true, "running"),
        new("to resize", "sized", Runs: true, "running"),
        new("to be retained", "evening-retained", Runs: true, "stopped"),
        new("to be released", "day-retained", Runs: true, "retain-running"),
        new("started by a person", "night", Runs: true, "stopped"),
        new("stopped by a person", "all-day", Runs: false, "running"),
        new("started by a killed run", "evening-retained", Runs: true, "stopped", $"start {Killed}"),
        new("not yet started by a killed run", "evening-retained", Runs: false, "stopped", $"start {Killed}"),
        new("stopped by a killed run", "day", Runs: false, "running", $"stop {Killed}"),
        new("resized by a killed run", "evening-sized", Runs: false, "running", $"resize:c5.large {Killed}"),
        new("gone", Schedule: null, Runs: false, "running") { IsMarked = true },
        new("gone lately", Schedule: null, Runs: false, "stopped"),
        new("new, to start", "evening-retained", Runs: false, Stored: null),
        new("new, to stop", "day", Runs: true, Stored: null),
        new("in its window", "patched", Runs: false, "stopped"),
        new("up for a moment", "moment", Runs: false, "stopped"),
        new("down for a moment", "gap", Runs: true, "running"),
    ];

    /// <summary>Databases; their stops take snapshots.</summary>
    public static readonly ImmutableArray<Member> Databases =
    [
        new("to-start", "evening-retained", Runs: false, "stopped"),
        new("to-stop", "day", Runs: true, "running"),
        new("to-be-retained", "evening-retained", Runs: true, "stopped"),
        new("to-be-released", "day-retained", Runs: true, "retain-running"),
        new("started-by-a-person", "night", Runs: true, "stopped"),
        new("started-by-a-killed-run", "evening-retained", Runs: true, "stopped", $"start {Killed}"),
        new("gone", Schedule: null, Runs: false, "running") { IsMarked = true },
        new("new-to-start", "evening-retained", Runs: false, Stored: null),
    ];

    private static ConfigItem Period(string name, string begin, string end) => Item(
        ConfigTypes.Period, name, (ConfigAttributes.BeginTime, new ConfigValue.Text(begin)), (ConfigAttributes.EndTime, new ConfigValue.Text(end)));

    private static ConfigItem Schedule(string name, ImmutableArray<string> periods, params ReadOnlySpan<string> flags)
    {
        var attributes = new List<(string, ConfigValue)> { (ConfigAttributes.Periods, new ConfigValue.Many(periods)) };
        foreach (var flag in flags)
            attributes.Add((flag, new ConfigValue.Flag(true)));
        return Item(ConfigTypes.Schedule, name, [.. attributes]);
    }

    private static ConfigItem Item(string type, string name, params (string Name, ConfigValue Value)[] attributes) =>
        new(type, name, attributes.ToImmutableDictionary(attribute => attribute.Name, attribute => attribute.Value, StringComparer.Ordinal));
}
