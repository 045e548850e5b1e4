using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Invocation;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Lambda.Scheduling;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Fans a tick out: one asynchronous invocation per target, many at once.</summary>
/// <remarks>
/// Roles are tried before: one that AWS refuses is told here, once for all of its targets, and none of them is invoked. One that
/// cannot be tried in time is left to the runs of its targets.
/// </remarks>
/// <param name="invoker">Invokes.</param>
/// <param name="roles">The roles of this process.</param>
/// <param name="externalId">What goes along when a role is assumed; null: nothing.</param>
/// <param name="retry">The retry layer.</param>
/// <param name="time">Clock of waits.</param>
internal sealed class Dispatch(FunctionInvoker invoker, AssumedRoles roles, string? externalId, AwsRetry retry, TimeProvider time)
{
    /// <summary>How many calls at once: enough for a thousand targets in a second, and no more connections than a small function can open.</summary>
    public const int AtOnce = 32;

    private static readonly TimeSpan LongestTrial = TimeSpan.FromSeconds(5);

    /// <param name="targets">The targets.</param>
    /// <param name="request">What all of them are asked for.</param>
    /// <param name="problems">Gets one problem per cause.</param>
    /// <param name="deadline">By when to have invoked.</param>
    public async Task<ImmutableArray<Dispatched>> RunAsync(
        ImmutableArray<Target> targets, RunRequest request, ProblemList problems, RunDeadline deadline)
    {
        var refused = await FindRefusedAsync(targets, deadline);
        problems.AddRange(RoleProblem.NotAssumed(refused, externalId));
        var unreachable = refused.Select(refusal => refusal.Role).ToHashSet();
        ImmutableArray<Target> reachable = [.. targets.Where(target => target.Role is null || !unreachable.Contains(target.Role))];

        var items = RunItems.Of(request.Items, request.DispatchTime);
        var dispatched = new Dispatched[reachable.Length];
        await FewAtOnce.ForEachAsync(reachable, AtOnce, async (target, place) => dispatched[place] = await InvokeAsync(target, request, items, deadline));
        problems.AddRange(Failures(dispatched, deadline));
        return [.. dispatched];
    }

    private async Task<ImmutableArray<(RoleArn Role, Exception Failure)>> FindRefusedAsync(ImmutableArray<Target> targets, RunDeadline deadline)
    {
        ImmutableArray<(RoleArn, SessionRequest)> sessions =
        [
            .. from target in targets
               where target.Role is not null
               group target by target.Role into account
               select (account.Key, TargetRunner.SessionFor(account.First(), externalId)),
        ];
        using var brief = new RunDeadline(deadline.Left < LongestTrial ? deadline.Left : LongestTrial, time, deadline.Token);
        return await roles.FindRefusedAsync(sessions, AtOnce, retry, brief);
    }

    private async Task<Dispatched> InvokeAsync(Target target, RunRequest request, RunItems items, RunDeadline deadline)
    {
        try
        {
            deadline.Token.ThrowIfCancellationRequested();
            var (status, requestId) = await invoker.InvokeAsync(RunRequestWriter.Write(request.For(target), items), deadline);
            return new Dispatched(target, status, requestId, Failure: null);
        }
        catch (Exception failure)
        {
            return new Dispatched(target, Status: 0, RequestId: "", failure);
        }
    }

    private static IEnumerable<Problem> Failures(IEnumerable<Dispatched> dispatched, RunDeadline deadline) => dispatched
        .Where(one => one.Failure is not null)
        .GroupBy(failed => TextOf(failed.Failure!, deadline), StringComparer.Ordinal)
        .Select(alike => ProblemOf(alike.First().Failure!, [.. alike.Select(failed => HealthSource.Of(failed.Target).Key)], deadline));

    private static string TextOf(Exception failure, RunDeadline deadline) =>
        IsLate(failure, deadline) ? "" : $"{AwsFailure.CodeOf(failure)}: {AwsMessage.Stable(failure.Message)}";

    private static Problem ProblemOf(Exception failure, ImmutableArray<string> targets, RunDeadline deadline) =>
        (IsLate(failure, deadline)
            ? new Problem(AwsProblem.OutOfTimeCode, "the tick ran out of time before all targets were invoked", targets, AwsProblem.Continued)
            : AwsProblem.Of("Invoke", failure, targets)) with
        {
            Noun = "target",
            Severity = ProblemSeverity.Error,
        };

    private static bool IsLate(Exception failure, RunDeadline deadline) => deadline.IsOver && failure is OperationCanceledException;
}
