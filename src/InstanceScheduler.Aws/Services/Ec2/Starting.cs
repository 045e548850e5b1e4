using System.Collections.Immutable;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Starts instances: with the type that is asked for, and with another they list when AWS has no capacity for it.</summary>
internal sealed class Starting(PowerCalls power, InstanceTypes types, AwsRetry retry)
{
    public const string Operation = "StartInstances";

    public async Task<ActionOutcome> RunAsync(ImmutableArray<StartOrder> orders, RunDeadline deadline)
    {
        var start = new BatchAction(Operation, retry, power.StartAsync);

        // Side by side, so that many type changes never keep the others from starting.
        var resizing = new Resizing(types).RunAsync([.. orders.Where(NeedsResizing)], deadline);
        var starting = start.RunAsync(IdsOf(orders.Where(order => !NeedsResizing(order))), deadline);
        await Task.WhenAll(resizing, starting);
        var (ready, resized) = await resizing;
        var started = await start.RunAsync(IdsOf(ready), deadline);
        var outcome = resized.And(started);
        return start.IsCutShort ? outcome : await new PreferredTypeStarts(power, types, retry).RunAsync(orders, outcome, started.Problems, deadline);
    }

    private static bool NeedsResizing(StartOrder order) => order.ResizeTo is { } type && type != order.Instance.InstanceType;

    private static ImmutableArray<string> IdsOf(IEnumerable<StartOrder> orders) => [.. orders.Select(order => order.Id)];
}
