using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>What a play came to, in numbers.</summary>
internal sealed class ChaosCount
{
    public long Calls { get; set; }

    public int Kills { get; private set; }

    public int Conflicts { get; private set; }

    public SortedDictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    public int Ticks { get; set; }

    public int Duplicates { get; set; }

    public int Doings { get; set; }

    public int Starts { get; set; }

    public int Stops { get; set; }

    public int Edges { get; set; }

    public int EdgesHit { get; set; }

    public int Calms { get; set; }

    public int Twins { get; set; }

    public int AllFaults => Faults.Values.Sum() + Conflicts;

    /// <summary>Counts a fault; null: a conflict with another writer.</summary>
    public void Add(LocalFault? fault)
    {
        if (fault is null)
            Conflicts++;
        else if (fault.Ending == FaultEnding.Kill)
            Kills++;
        else
        {
            var name = fault.Error?.Code ?? $"{fault.Ending}{(fault.Acts ? " after" : " before")}";
            Faults[name] = Faults.GetValueOrDefault(name) + 1;
        }
    }
}
