using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Every status that any database or cluster ever entered.</summary>
internal sealed class RdsHistory
{
    private readonly Lock _gate = new();
    private readonly List<RdsTransition> _transitions = [];

    /// <summary>By time; those at one time in the order in which they happened.</summary>
    public ImmutableArray<RdsTransition> Sorted()
    {
        lock (_gate)
        {
            return [.. _transitions.OrderBy(t => t.Time)];
        }
    }

    internal void Add(RdsTransition transition)
    {
        lock (_gate)
        {
            _transitions.Add(transition);
        }
    }
}
