using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>Every state that any instance ever entered.</summary>
internal sealed class PowerHistory
{
    private readonly Lock _gate = new();
    private readonly List<PowerTransition> _transitions = [];

    /// <summary>By time; those of one instance at one time in the order in which they happened.</summary>
    public ImmutableArray<PowerTransition> Sorted()
    {
        lock (_gate)
        {
            return [.. _transitions.OrderBy(t => t.Time)];
        }
    }

    internal void Add(PowerTransition transition)
    {
        lock (_gate)
        {
            _transitions.Add(transition);
        }
    }
}
