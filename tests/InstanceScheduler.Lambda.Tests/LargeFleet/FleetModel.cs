using InstanceScheduler.Core.Decisions;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.LargeFleet;

/// <summary>What the state table has to hold of a fleet that changes all the time, in the simplest way it can be said.</summary>
internal sealed class FleetModel(int seed)
{
    private static readonly Duration BetweenChecks = Duration.FromHours(12);
    private static readonly StoredState[] States = [StoredState.Running, StoredState.Stopped, StoredState.RetainRunning, StoredState.Any];

    private readonly Random _random = new(seed);
    private readonly List<string> _alive = [];
    private HashSet<string> _marked = new(StringComparer.Ordinal);
    private Instant? _checked;

    /// <summary>What is remembered: of those that are there, and of those that went lately.</summary>
    public Dictionary<string, StoredState> Stored { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Alive => _alive;

    /// <summary>New instances; nothing is remembered of them yet.</summary>
    public IReadOnlyList<string> Launch(int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => $"i-{_random.NextInt64():x17}").ToList();
        _alive.AddRange(ids);
        return ids;
    }

    public void Terminate(int count)
    {
        for (; count > 0; count--)
        {
            var place = _random.Next(_alive.Count);
            (_alive[place], _alive[^1]) = (_alive[^1], _alive[place]);
            _alive.RemoveAt(_alive.Count - 1);
        }
    }

    public IReadOnlyList<string> Pick(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _alive[_random.Next(_alive.Count)]).Distinct(StringComparer.Ordinal)];

    public StoredState AnyState() => States[_random.Next(States.Length)];

    /// <summary>Forgets what was unseen at two checks twelve hours apart; returns it.</summary>
    public HashSet<string> CleanUp(Instant instant)
    {
        if (instant - _checked < BetweenChecks)
            return [];
        var alive = _alive.ToHashSet(StringComparer.Ordinal);
        var unseen = Stored.Keys.Where(id => !alive.Contains(id)).ToHashSet(StringComparer.Ordinal);
        if (unseen.Count == 0 && _marked.Count == 0)
            return [];
        var gone = unseen.Where(id => _checked is not null && _marked.Contains(id)).ToHashSet(StringComparer.Ordinal);
        foreach (var id in gone)
            Stored.Remove(id);
        unseen.ExceptWith(gone);
        (_marked, _checked) = (unseen, instant);
        return gone;
    }
}
