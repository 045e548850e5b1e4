using System.Collections.Concurrent;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>The stacks of all accounts and regions.</summary>
internal sealed class LocalStacks(LocalAwsOptions options, TimeProvider time)
{
    private const string Deleted = "DELETE_COMPLETE";

    private readonly ConcurrentDictionary<string, LocalStack> _byId = new(StringComparer.Ordinal);
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
        if (Named(name, owner, place) is not null)
        {
            throw new InvalidOperationException($"The stack '{name}' is in {place} already; remove it first or take another name.");
        }

        var stack = Prepare(name, owner, place);
        Put(stack);
        return stack;
    }

    /// <summary>False where there is no such stack.</summary>
    public bool Remove(LocalStack stack) => _byId.TryRemove(stack.Id, out _);

    /// <summary>From now on nobody of the account may do this there: <c>cloudformation:DescribeStackResource</c>.</summary>
    public void Deny(string account, string region, string action) => Denied.Deny(account, region, action);

    public void Allow(string account, string region, string action) => Denied.Allow(account, region, action);

    /// <summary>Null where the account has no stack of the name in the region, or no longer.</summary>
    public LocalStack? Named(string name, string account, string region) => _byId.Values.FirstOrDefault(
        stack => stack.Name == name && stack.Account == account && stack.Region == region && stack.State.Status != Deleted);

    /// <summary>By name or ARN; a deleted one by its ARN only. Null where the account has no such stack in the region.</summary>
    internal LocalStack? Find(CallScope scope, string nameOrId) => nameOrId.StartsWith("arn:", StringComparison.Ordinal)
        ? _byId.TryGetValue(nameOrId, out var stack) && stack.Account == scope.Account && stack.Region == scope.Region ? stack : null
        : Named(nameOrId, scope.Account, scope.Region);

    /// <summary>All that the account has in the region, the deleted ones left out.</summary>
    internal IReadOnlyList<LocalStack> In(CallScope scope) =>
    [
        .. _byId.Values.Where(stack => stack.Account == scope.Account && stack.Region == scope.Region && stack.State.Status != Deleted)
            .OrderBy(stack => stack.Id, StringComparer.Ordinal),
    ];

    /// <summary>A stack that nobody sees yet.</summary>
    internal LocalStack Prepare(string name, string account, string region)
    {
        // Numbered, not random: the same run gives the same ids.
        var unique = $"00000000-0000-4000-a000-{Interlocked.Increment(ref _sequence):x12}";
        return new LocalStack(name, Arn.Of("cloudformation", region, account, $"stack/{name}/{unique}"), time);
    }

    internal void Put(LocalStack stack) => _byId[stack.Id] = stack;
}
