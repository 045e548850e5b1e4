using System.Collections.Immutable;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Puts listed instances into the local AWS.</summary>
internal static class FleetMapping
{
    public static LocalInstance ToLocal(FleetInstance instance) => new()
    {
        Id = instance.InstanceId,
        Account = instance.Account,
        Region = instance.Region,
        Zone = instance.AvailabilityZone[^1],
        Type = instance.InstanceType,
        Tags = instance.Tags.ToImmutableDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
        InitialState = StateOf(instance.State),
        InstanceStoreRoot = instance.RootDeviceType == "instance-store",
        Spot = instance.InstanceLifecycle == "spot" ? SpotRequest.OneTime : SpotRequest.None,
    };

    // A listing caught in a transition ends in the state it was going to.
    private static PowerState StateOf(string state) => state switch
    {
        "pending" or "running" => PowerState.Running,
        "terminated" or "shutting-down" => PowerState.Terminated,
        _ => PowerState.Stopped,
    };
}
