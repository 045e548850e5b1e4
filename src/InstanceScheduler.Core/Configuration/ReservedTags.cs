using System.Collections.Immutable;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Values of the schedule tag that mean something where the table has no schedule of that name.</summary>
public static class ReservedTags
{
    /// <summary>The instance is never touched.</summary>
    public const string Ignore = "ignore";

    /// <summary>A schedule that is overridden to running.</summary>
    public const string AlwaysOn = "always-on";

    /// <summary>A schedule that is overridden to stopped.</summary>
    public const string AlwaysOff = "always-off";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All = [Ignore, AlwaysOn, AlwaysOff];

    /// <summary>Half a sentence on what a value means.</summary>
    public static string Explain(string value) => value switch
    {
        Ignore => "that an instance is never started or stopped",
        AlwaysOn => "that an instance always runs",
        _ => "that an instance never runs",
    };

    /// <summary>Those that no item of the table takes, with the schedule that each stands for; null for <see cref="Ignore"/>.</summary>
    internal static ImmutableDictionary<string, Schedule?> Left(IEnumerable<ConfigItem> schedules, DateTimeZone? defaultZone)
    {
        var taken = schedules.Select(item => item.Name).Where(name => All.Contains(name, StringComparer.Ordinal)).ToList();
        return All.Except(taken, StringComparer.Ordinal).ToImmutableDictionary(value => value, value => ScheduleOf(value, defaultZone ?? DateTimeZone.Utc), StringComparer.Ordinal);
    }

    private static Schedule? ScheduleOf(string value, DateTimeZone zone) => value == Ignore ? null : new Schedule
    {
        Name = value,
        Zone = zone,
        Override = value == AlwaysOn ? OverrideStatus.Running : OverrideStatus.Stopped,
    };
}
