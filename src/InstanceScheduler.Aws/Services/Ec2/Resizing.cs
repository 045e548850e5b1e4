using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Gives instances the types that their schedules want, before they are started.</summary>
/// <remarks>
/// Whoever does not certainly have its type is not started. Nor does it count as unknown when an answer was lost: no start
/// was asked for, so that there is nothing to settle, and the next run lists the type it has.
/// </remarks>
internal sealed class Resizing(InstanceTypes types)
{
    /// <summary>The orders whose instances have their type now, and what became of the others.</summary>
    public async Task<(ImmutableArray<StartOrder> Ready, ActionOutcome Outcome)> RunAsync(ImmutableArray<StartOrder> orders, RunDeadline deadline)
    {
        var answers = await SideBySide.SelectAsync(orders, async order =>
            types.End is not null || deadline.IsOver ? (WasTried: false, Failure: null)
            : (WasTried: true, Failure: await types.TrySetAsync(order.Id, order.ResizeTo!, deadline)));
        var answered = orders.Zip(answers, (order, answer) => (Order: order, answer.WasTried, answer.Failure)).ToImmutableArray();

        var ready = answered.Where(entry => entry is { WasTried: true, Failure: null }).Select(entry => entry.Order).ToImmutableArray();
        var failed = answered.Where(entry => entry.WasTried ? entry.Failure is not null : types.End is not null)
            .GroupBy(entry => entry.Order.ResizeTo!, StringComparer.Ordinal)
            .SelectMany(group => ProblemsOf(group.Key, group.Select(entry => (entry.Order.Id, entry.Failure ?? types.End!))));
        var late = answered.Where(entry => !entry.WasTried && types.End is null).Select(entry => entry.Order.Id).ToImmutableArray();
        return (ready, new ActionOutcome
        {
            Resized = ready.ToImmutableDictionary(
                order => order.Id, order => new TypeChange(order.Instance.InstanceType, order.ResizeTo!), StringComparer.Ordinal),
            Problems = [.. failed, .. late.IsEmpty ? [] : (Problem[])[AwsProblem.OutOfTime(InstanceTypes.Operation, late)]],
        });
    }

    private static ImmutableArray<Problem> ProblemsOf(string type, IEnumerable<(string Id, Exception Failure)> failures)
    {
        var refusals = new Refusals();
        foreach (var (id, failure) in failures)
            refusals.Add([id], failure);
        return refusals.ToProblems($"{InstanceTypes.Operation} to {type}");
    }
}
