using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Stops instances, and hibernates those that can where it is asked for: what AWS will not hibernate is stopped plainly.</summary>
internal sealed class Stopping(PowerCalls power, AwsRetry retry)
{
    private const string Operation = "StopInstances";

    public async Task<ActionOutcome> RunAsync(ImmutableArray<StopOrder> orders, RunDeadline deadline)
    {
        var plain = orders.Where(order => !(order.Hibernate && order.Instance.CanHibernate)).Select(order => order.Id).ToImmutableArray();
        var hibernated = orders.Where(order => order.Hibernate && order.Instance.CanHibernate).Select(order => order.Id).ToImmutableArray();
        var stop = new BatchAction(Operation, retry, power.StopAsync);
        var hibernate = new BatchAction($"{Operation} with Hibernate", retry, power.HibernateAsync);

        var stopping = stop.RunAsync(plain, deadline);
        var hibernating = hibernate.RunAsync(hibernated, deadline);
        await Task.WhenAll(stopping, hibernating);
        var (stopped, outcome) = (await stopping, await hibernating);
        if (hibernate.IsCutShort)
            return stopped.And(outcome);

        // Whoever may be on its way down already is left to the next run.
        var refused = hibernated.RemoveAll(id => outcome.Accepted.Contains(id) || outcome.Unknown.Contains(id));
        stopped = await stop.RunAsync(refused, deadline);
        return stopped.And(outcome with { Problems = AfterFallback(outcome.Problems, stopped) });
    }

    private static ImmutableArray<Problem> AfterFallback(ImmutableArray<Problem> refusals, ActionOutcome stopped)
    {
        var failed = stopped.Problems.SelectMany(problem => problem.Ids).ToHashSet(StringComparer.Ordinal);
        return [.. refusals.SelectMany(refusal => (Problem[])
        [
            HibernationRefused(refusal with { Ids = [.. refusal.Ids.Where(stopped.Accepted.Contains)] }),
            refusal with { Ids = [.. refusal.Ids.Where(id => !stopped.Accepted.Contains(id) && !failed.Contains(id))] },
        ]).Where(problem => !problem.Ids.IsEmpty)];
    }

    private static Problem HibernationRefused(Problem refusal)
    {
        var isForGood = refusal.Code == "UnsupportedHibernationConfiguration";
        return new Problem("HibernationRefused", $"stopped without hibernation, since {refusal.Message}", refusal.Ids,
            isForGood ? refusal.Remedy
                : "an instance is ready a few minutes after its start, if its system has the hibernation agent; "
                + "else take hibernate off its schedule",
            isForGood);
    }
}
