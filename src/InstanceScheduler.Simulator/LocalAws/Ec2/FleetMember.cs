using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>What of an instance changes. Guarded by its region.</summary>
internal sealed class FleetMember(LocalInstance instance, FleetRegion region, long sequence, InstancePower power)
{
    public LocalInstance Instance => instance;

    public FleetRegion Region => region;

    public long Sequence => sequence;

    public InstancePower Power => power;

    public string Type { get; set; } = instance.Type;

    public ImmutableSortedDictionary<string, string> Tags { get; set; } = instance.Tags.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
