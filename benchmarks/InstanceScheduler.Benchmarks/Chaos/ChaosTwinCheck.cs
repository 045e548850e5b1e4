using NodaTime;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>After two ticks without a fault, what nobody touched meanwhile is as in the world that never saw one.</summary>
internal sealed class ChaosTwinCheck(ChaosWorld world, ChaosWorld twin)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>A person touched an instance in a storm: what becomes of it may differ from then on.</summary>
    public void TouchInStorm(string key) => _touched.Add(key);

    /// <summary>One sentence for each that differs.</summary>
    public IEnumerable<(string Key, string Sentence)> Compare(ChaosCount count)
    {
        var (entries, intents) = new ChaosSightings(world).Memory();
        var (expected, itsIntents) = new ChaosSightings(twin).Memory();
        var twins = new ChaosSightings(twin).Now(Instant.MinValue).ToDictionary(sighting => sighting.Id, StringComparer.Ordinal);
        foreach (var sighting in new ChaosSightings(world).Now(Instant.MinValue))
        {
            var id = sighting.Id;
            if (!twins.TryGetValue(id, out var other))
                continue;
            var (own, its) = (entries.GetValueOrDefault(id), expected.GetValueOrDefault(id));
            var isSame = sighting.State == other.State && sighting.Type == other.Type && own == its;
            // Once they agree again they have the same to go by.
            if (isSame && intents.ContainsKey(id) == itsIntents.ContainsKey(id))
                _touched.Remove(id);
            if (_touched.Contains(id))
                continue;
            count.Twins++;
            if (!isSame)
                yield return (id, $"({sighting.Schedule}) two ticks after the last fault is {sighting.State} {sighting.Type}, remembered {own}; its twin {other.State} {other.Type}, remembered {its}");
        }
    }
}
