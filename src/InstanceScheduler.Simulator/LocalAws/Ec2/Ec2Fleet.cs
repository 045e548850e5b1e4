using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>The instances of all accounts and regions, and what their owners do by hand.</summary>
internal sealed partial class Ec2Fleet(LocalAwsOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Account, string Region), FleetRegion> _regions = new();
    private readonly ConcurrentDictionary<string, LocalInstance> _instances = new(StringComparer.Ordinal);
    private readonly PowerHistory _history = new();
    private long _sequence;

    public IEnumerable<LocalInstance> Instances => _instances.Values.OrderBy(i => i.Member.Sequence);

    /// <summary>Every power transition up to now, by time.</summary>
    public ImmutableArray<PowerTransition> History
    {
        get
        {
            foreach (var region in _regions.Values)
            {
                region.SettleAll();
            }

            return _history.Sorted();
        }
    }

    public LocalInstance this[string id] => _instances.TryGetValue(id, out var instance)
        ? instance
        : throw new KeyNotFoundException($"No instance '{id}' is in the fleet of {_instances.Count}; add it first.");

    public LocalInstance Add(LocalInstance instance)
    {
        if (!InstanceId().IsMatch(instance.Id))
        {
            throw new ArgumentException(
                $"'{instance.Id}' is no instance id; use i- and 8 or 17 hexadecimal digits in lower case.", nameof(instance));
        }

        var region = instance.Region ?? options.HubRegion;
        if (!options.HasRegion(region))
        {
            throw new ArgumentException(
                $"The region '{region}' of '{instance.Id}' does not exist; list it in LocalAwsOptions.Regions.", nameof(instance));
        }

        if (!_instances.TryAdd(instance.Id, instance))
        {
            throw new ArgumentException(
                $"The instance '{instance.Id}' is in the fleet already; ids are unique over all accounts.", nameof(instance));
        }

        Region(instance.Account ?? options.HubAccount, region).Add(instance, Interlocked.Increment(ref _sequence));
        return instance;
    }

    /// <summary>Starts at the console. False where the state or the type does not allow it.</summary>
    public bool HumanStart(string id) => ByHand(
        id,
        member => member.Power.State == PowerState.Stopped && TypeRules.AtStart(member) is null,
        (region, member, now) => region.Start(member, now, PowerCause.Human));

    /// <summary>Stops at the console. False where the state does not allow it.</summary>
    public bool HumanStop(string id) => ByHand(
        id, IsRunning, (region, member, now) => region.Stop(member, now, PowerCause.Human, StateReason.UserShutdown(now)));

    /// <summary>Somebody shuts the operating system down from within. False where the state does not allow it.</summary>
    public bool GuestShutdown(string id) => ByHand(
        id, IsRunning, (region, member, now) => region.Stop(member, now, PowerCause.Human, StateReason.GuestShutdown()));

    public void Terminate(string id) => this[id].Member.Region.Terminate(id);

    /// <summary>Sets a tag at the console, or removes it with null.</summary>
    public void HumanTag(string id, string key, string? value) => this[id].Member.Region.SetTag(id, key, value);

    /// <summary>From now on nobody may do this there: <c>ec2:StartInstances</c>.</summary>
    public void Deny(string account, string region, string action) => Region(account, region).Deny(action);

    public void Allow(string account, string region, string action) => Region(account, region).Allow(action);

    /// <summary>From now on no instance of this type starts there, for lack of capacity.</summary>
    public void Exhaust(string account, string region, string type) => Region(account, region).Exhaust(type);

    /// <summary>There is capacity again.</summary>
    public void Restock(string account, string region, string type) => Region(account, region).Restock(type);

    internal FleetRegion Region(string account, string region) =>
        _regions.GetOrAdd((account, region), key => new FleetRegion(key.Account, key.Region, options, _history, time));

    internal static bool IsInstanceId(string text) => InstanceId().IsMatch(text);

    private static bool IsRunning(FleetMember member) => member.Power.State == PowerState.Running;

    private bool ByHand(string id, Func<FleetMember, bool> allows, Action<FleetRegion, FleetMember, DateTimeOffset> act)
    {
        var region = this[id].Member.Region;
        return region.Change([id], (members, now) =>
        {
            if (!allows(members[0]))
            {
                return false;
            }

            act(region, members[0], now);
            return true;
        });
    }

    [GeneratedRegex("^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InstanceId();
}
