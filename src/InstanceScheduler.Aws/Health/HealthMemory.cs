using System.Collections.Concurrent;

namespace InstanceScheduler.Aws.Health;

/// <summary>What a process remembers between its runs.</summary>
internal sealed class HealthMemory
{
    private readonly ConcurrentDictionary<string, HealthRecollection> _targets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _dryRuns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _topics = new(StringComparer.Ordinal);

    public HealthRecollection this[HealthSource source]
    {
        get => _targets.GetValueOrDefault(source.Key, HealthRecollection.None);
        set => _targets[source.Key] = value;
    }

    /// <summary>What a dry run of the source told last; null: nothing, or nothing since all was well.</summary>
    public string? DryRunOf(HealthSource source) => _dryRuns.GetValueOrDefault(source.Key);

    public void RememberDryRun(HealthSource source, string? told)
    {
        if (told is null)
            _dryRuns.TryRemove(source.Key, out _);
        else
            _dryRuns[source.Key] = told;
    }

    /// <summary>True once for each text that is set as a topic and is none.</summary>
    public bool IsFirstWarningOf(string topic) => _topics.TryAdd(topic, value: true);
}
