using System.Collections.Immutable;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Periods;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Core.Configuration;

/// <summary>All that could be read from the configuration table, and a problem for each thing that could not.</summary>
/// <param name="Settings">The scheduler's own settings.</param>
/// <param name="Periods">Usable periods by name.</param>
/// <param name="Schedules">Usable schedules by name.</param>
/// <param name="Problems">What is wrong, in the order of the items' names.</param>
public sealed record SchedulerConfiguration(
    SchedulerSettings Settings,
    ImmutableDictionary<string, Period> Periods,
    ImmutableDictionary<string, Schedule> Schedules,
    ImmutableArray<ConfigurationProblem> Problems)
{
    /// <summary>Usable overrides, whether they hold or not.</summary>
    public OverrideSet Overrides { get; init; } = OverrideSet.None;

    /// <summary>Reserved tag values that no item of the table takes, with the schedule that each stands for; null: instances are never touched.</summary>
    public ImmutableDictionary<string, Schedule?> Reserved { get; init; } = ImmutableDictionary<string, Schedule?>.Empty;

    /// <summary>The usable schedule of a tag value, reserved ones included; null: there is none.</summary>
    public Schedule? ScheduleOf(string tag) => Schedules.TryGetValue(tag, out var schedule) ? schedule : Reserved.GetValueOrDefault(tag);

    /// <summary>Whether a tag value says that its instance is never touched.</summary>
    public bool IsIgnored(string tag) => tag == ReservedTags.Ignore && Reserved.ContainsKey(tag);

    /// <summary>The window of Systems Manager that a schedule uses; null when it uses none, or cannot be used.</summary>
    public string? WindowOf(string schedule) =>
        Schedules.GetValueOrDefault(schedule) is { UseMaintenanceWindow: true } found ? found.SsmMaintenanceWindow : null;

    /// <summary>Windows of Systems Manager that some schedules use.</summary>
    /// <param name="schedules">Names of the schedules; those that cannot be used, and null, count for nothing.</param>
    public IReadOnlySet<string> NamesOfWindows(IEnumerable<string?> schedules) => schedules
        .Select(name => name is null ? null : WindowOf(name))
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Why the schedule of a tag value cannot be used; the schedule's own problem where it has one.</summary>
    public string WhyUnusable(string schedule) =>
        ProblemOf(schedule)?.ToString()
        ?? $"schedule \"{schedule}\" does not exist{Suggestion.For(schedule, Schedules.Keys.Concat(Reserved.Keys))}";

    /// <summary>What is wrong with the item of a schedule; null: nothing, or there is none.</summary>
    public ConfigurationProblem? ProblemOf(string schedule) =>
        Problems.FirstOrDefault(problem => problem.Item == new ConfigItem(ConfigTypes.Schedule, schedule, []).ToString());
}
