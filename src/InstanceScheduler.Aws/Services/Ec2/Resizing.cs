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
    /// <summary>The orders whose instances have their type now, and what became of all.</summary>
    public async Task<(ImmutableArray<StartOrder> Ready, ActionOutcome Outcome)> RunAsync(
        ImmutableArray<StartOrder> orders, RunDeadline deadline)
    {
        var answers = await SideBySide.SelectAsync(orders, async order =>
            types.End is not null || deadline.IsOver ? new Answer(order, WasTried: false)
            : new Answer(order, WasTried: true, await types.TrySetAsync(order.Id, order.ResizeTo!, deadline)));
        var ready = answers.Where(answer => answer.IsSet).Select(answer => answer.Order).ToImmutableArray();
        return (ready, new ActionOutcome
        {
            Resized = ready.ToImmutableDictionary(
                order => order.Id, order => new TypeChange(order.Instance.InstanceType, order.ResizeTo!), StringComparer.Ordinal),
            Problems = [.. Refused(answers), .. NotReached(answers)],
        });
    }

    private IEnumerable<Problem> Refused(ImmutableArray<Answer> answers) => answers
        .Where(answer => answer.Failure is not null && !IsEnd(answer))
        .GroupBy(answer => answer.Order.ResizeTo!, StringComparer.Ordinal)
        .SelectMany(type =>
        {
            var refusals = new Refusals();
            foreach (var answer in type)
                refusals.Add([answer.Order.Id], answer.Failure!);
            return refusals.ToProblems($"{InstanceTypes.Operation} to {type.Key}");
        });

    private IEnumerable<Problem> NotReached(ImmutableArray<Answer> answers)
    {
        var ids = answers.Where(answer => !answer.WasTried || IsEnd(answer)).Select(answer => answer.Order.Id).ToImmutableArray();
        return ids.IsEmpty ? [] : [types.End is { } end ? end with { Ids = ids } : AwsProblem.OutOfTime(InstanceTypes.Operation, ids)];
    }

    private bool IsEnd(Answer answer) => answer.Failure is { } failure && types.End?.Code == AwsFailure.CodeOf(failure);

    private sealed record Answer(StartOrder Order, bool WasTried, Exception? Failure = null)
    {
        public bool IsSet => WasTried && Failure is null;
    }
}
