using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Metrics;

/// <summary>Counts the instances of each schedule that wants metrics: both the global setting and its own have to be on.</summary>
/// <remarks>A schedule that says nothing goes with the global setting; one that cannot be used counts nothing.</remarks>
internal sealed class ScheduleCounts(SchedulerConfiguration configuration)
{
    private readonly SortedDictionary<string, ScheduleCount> _counts = new(StringComparer.Ordinal);

    /// <summary>By schedule, in the order of names; only schedules that an instance was counted for.</summary>
    public IReadOnlyDictionary<string, ScheduleCount> All => _counts;

    public void Add(string schedule, bool isRunning)
    {
        if (!Wants(schedule))
            return;
        var count = _counts.GetValueOrDefault(schedule);
        _counts[schedule] = new ScheduleCount(count.Managed + 1, count.Running + (isRunning ? 1 : 0));
    }

    private bool Wants(string schedule) =>
        configuration.Settings.UseMetrics && (configuration.IsIgnored(schedule) || configuration.ScheduleOf(schedule) is { UseMetrics: not false });
}
