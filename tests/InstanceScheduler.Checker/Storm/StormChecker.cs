using NodaTime;

namespace InstanceScheduler.Checker.Storm;

/// <summary>Says whether what a scheduler does in a storm of faults is what schedules, overrides and people's doings allow.</summary>
/// <remarks>
/// A run that was disturbed may have come to its end or not, so that what it remembers is one of two things. The state table tells
/// which, and has to hold one of the two. An action that took effect counts as remembered, whatever the table holds.
/// </remarks>
public sealed class StormChecker
{
    private readonly Dictionary<string, StormMemory> _memories = [];

    /// <summary>A tick: remembers how it finds the instances.</summary>
    /// <param name="schedules">The configuration as it is now.</param>
    /// <param name="now">The tick's instant.</param>
    /// <param name="seen">All that carry the tag.</param>
    public void Tick(ScheduleReading schedules, Instant now, IEnumerable<Sighting> seen)
    {
        foreach (var instance in seen)
        {
            if (!_memories.TryGetValue(instance.Id, out var memory))
                _memories[instance.Id] = memory = new StormMemory();
            memory.Find(instance, schedules, now);
        }
    }

    /// <summary>The wish of the latest tick for an instance; null: it has none.</summary>
    public Wish? WishOf(string id) => _memories.GetValueOrDefault(id)?.Wish;

    /// <summary>One sentence for each instance with which something is wrong; call once, when all transitions of the tick are over.</summary>
    public IEnumerable<(string Id, string Sentence)> Judge(IEnumerable<TickEnd> ends)
    {
        foreach (var end in ends)
            if (_memories.GetValueOrDefault(end.After.Id)?.Judge(end) is { } sentence)
                yield return (end.After.Id, sentence);
    }
}
