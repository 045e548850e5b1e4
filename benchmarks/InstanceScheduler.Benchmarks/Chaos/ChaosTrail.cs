using NodaTime;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>What happened to each instance and target, so that a violation can be told with what led to it.</summary>
internal sealed class ChaosTrail
{
    private const int Shown = 24;

    private readonly Dictionary<string, List<(Instant At, int Order, string Words)>> _events = new(StringComparer.Ordinal);
    private int _order;

    /// <param name="at">When.</param>
    /// <param name="about">An instance or a target.</param>
    /// <param name="words">What happened.</param>
    public void Add(Instant at, string about, string words)
    {
        if (!_events.TryGetValue(about, out var events))
            _events[about] = events = [];
        events.Add((at, _order++, words));
    }

    /// <summary>The latest events of an instance, and those of its target in the same ticks.</summary>
    public IEnumerable<string> Of(string key)
    {
        var own = _events.GetValueOrDefault(key) ?? [];
        var ticks = own.Select(happening => happening.At).ToHashSet();
        var around = (_events.GetValueOrDefault(ChaosSightings.TargetOf(key)) ?? []).Where(happening => ticks.Contains(happening.At));
        return own.Concat(around).OrderBy(happening => happening.At).ThenBy(happening => happening.Order).TakeLast(Shown)
            .Select(happening => $"{happening.At.InZone(DateTimeZoneProviders.Tzdb[ChaosConfig.Zone]):ddd HH:mm}  {happening.Words}");
    }
}
