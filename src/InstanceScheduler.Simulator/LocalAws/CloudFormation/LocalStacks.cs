using System.Collections.Concurrent;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>The stacks of all accounts and regions.</summary>
internal sealed class LocalStacks(LocalAwsOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Account, string Region, string Name), LocalStack> _stacks = new();
    private long _sequence;

    internal DeniedActions Denied { get; } = new();

    /// <summary>Makes an empty stack.</summary>
    /// <param name="name">As in the console.</param>
    /// <param name="account">Null means the hub.</param>
    /// <param name="region">Null means the hub's.</param>
    /// <exception cref="InvalidOperationException">There is one of that name.</exception>
    public LocalStack Add(string name, string? account = null, string? region = null)
    {
        var (owner, place) = (account ?? options.HubAccount, region ?? options.HubRegion);

        // Numbered, not random: the same run gives the same ids.
        var unique = $"00000000-0000-4000-a000-{Interlocked.Increment(ref _sequence):x12}";
        var stack = new LocalStack(name, Arn.Of("cloudformation", place, owner, $"stack/{name}/{unique}"), time);
        return _stacks.TryAdd((owner, place, name), stack)
            ? stack
            : throw new InvalidOperationException($"The stack '{name}' is in {place} already; remove it first or take another name.");
    }

    /// <summary>False where there is no such stack.</summary>
    public bool Remove(LocalStack stack) =>
        _stacks.FirstOrDefault(entry => entry.Value == stack) is { Value: not null } entry && _stacks.TryRemove(entry);

    /// <summary>From now on nobody of the account may do this there: <c>cloudformation:DescribeStackResource</c>.</summary>
    public void Deny(string account, string region, string action) => Denied.Deny(account, region, action);

    public void Allow(string account, string region, string action) => Denied.Allow(account, region, action);

    /// <summary>By name or ARN; null where the account has no such stack in the region.</summary>
    internal LocalStack? Find(CallScope scope, string nameOrId)
    {
        var name = nameOrId.StartsWith("arn:", StringComparison.Ordinal) && nameOrId.Split('/') is [_, var middle, _] ? middle : nameOrId;
        return _stacks.TryGetValue((scope.Account, scope.Region, name), out var stack) && (name == nameOrId || stack.Id == nameOrId)
            ? stack
            : null;
    }
}
