using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>An instance as it was at one instant.</summary>
/// <param name="Sequence">Its place in listings.</param>
/// <param name="LaunchTime">The last start.</param>
/// <param name="Reason">Null while there is nothing to explain.</param>
internal sealed record InstanceView(
    LocalInstance Instance,
    long Sequence,
    PowerState State,
    string Type,
    DateTimeOffset LaunchTime,
    StateReason? Reason,
    ImmutableSortedDictionary<string, string> Tags);
