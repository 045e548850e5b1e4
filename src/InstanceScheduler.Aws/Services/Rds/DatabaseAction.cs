using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>One action on many databases, several at a time: RDS takes one database per call.</summary>
/// <remarks>
/// A refused database keeps no other from its turn. A throttle or fault that outlives the retries ends the action: those under
/// way are finished, the others wait for the next tick.
/// </remarks>
/// <param name="name">Named when time runs out: <c>starting databases</c>.</param>
internal sealed class DatabaseAction(string name, AwsRetry retry)
{
    public const int AtOnce = 10;

    // RDS refuses to start what starts and to stop what stops: after a lost answer, that tells that the deed was done.
    private static readonly ImmutableHashSet<string> AlreadyUnderWay =
        ImmutableHashSet.Create(StringComparer.Ordinal, "InvalidDBInstanceState", "InvalidDBClusterState", "DBSnapshotAlreadyExists");

    private volatile bool _hasEnded;

    /// <summary>Never throws.</summary>
    /// <param name="orders">One for each database.</param>
    /// <param name="idOf">The database's id.</param>
    /// <param name="act">Null: AWS accepted. Otherwise what kept us from asking AWS, about this database alone.</param>
    /// <param name="deadline">No database's turn begins after it.</param>
    public async Task<ActionOutcome> RunAsync<T>(
        ImmutableArray<T> orders, Func<T, string> idOf, Func<T, DatabaseCalls, Task<Problem?>> act, RunDeadline deadline)
    {
        var attempts = new Attempt?[orders.Length];
        await FewAtOnce.ForEachAsync(orders, AtOnce, async (order, place) =>
        {
            if (!_hasEnded && !deadline.IsOver)
                attempts[place] = await TryAsync(order, idOf, act);
        });

        var made = attempts.OfType<Attempt>().ToImmutableArray();
        var left = orders.Where((_, place) => attempts[place] is null).Select(idOf).ToImmutableArray();
        return new ActionOutcome
        {
            Accepted = [.. made.Where(attempt => attempt.IsAccepted).Select(attempt => attempt.Id)],
            Unknown = [.. made.Where(attempt => attempt is { IsAccepted: false, Calls.MayHaveActed: true }).Select(attempt => attempt.Id)],
            Attempted = [.. made.Select(attempt => attempt.Id)],
            Problems = [.. Refused(made), .. HeldBack(made), .. OutOfTime(left)],
        };
    }

    private async Task<Attempt> TryAsync<T>(T order, Func<T, string> idOf, Func<T, DatabaseCalls, Task<Problem?>> act)
    {
        var attempt = new Attempt(idOf(order), new DatabaseCalls(retry));
        try
        {
            var obstacle = await act(order, attempt.Calls);
            return attempt with { IsAccepted = obstacle is null, Obstacle = obstacle };
        }
        catch (Exception failure) when (AwsFailure.IsTemporary(failure))
        {
            _hasEnded = true;
            return attempt with { Failure = failure };
        }
        catch (Exception refusal)
        {
            var isDone = attempt.Calls.MayHaveActed && AlreadyUnderWay.Contains(RdsError.CodeOf(refusal));
            return isDone ? attempt : attempt with { Failure = refusal };
        }
    }

    private static IEnumerable<Problem> Refused(ImmutableArray<Attempt> attempts)
    {
        var failed = attempts.Where(attempt => attempt.Failure is not null);
        foreach (var operation in failed.GroupBy(attempt => attempt.Calls.Operation, StringComparer.Ordinal))
        {
            var refusals = new Refusals();
            foreach (var attempt in operation)
                refusals.Add([attempt.Id], attempt.Failure!);
            foreach (var problem in refusals.ToProblems(operation.Key))
                yield return problem;
        }
    }

    private static IEnumerable<Problem> HeldBack(ImmutableArray<Attempt> attempts) => attempts
        .Select(attempt => attempt.Obstacle).OfType<Problem>()
        .GroupBy(obstacle => (obstacle.Code, obstacle.Message))
        .Select(cause => cause.First() with { Ids = [.. cause.SelectMany(obstacle => obstacle.Ids)] });

    // After a throttle or fault its own problem says that the action ended.
    private IEnumerable<Problem> OutOfTime(ImmutableArray<string> left) =>
        left.IsEmpty || _hasEnded ? [] : [AwsProblem.OutOfTime(name, left)];

    private sealed record Attempt(
        string Id, DatabaseCalls Calls, bool IsAccepted = false, Exception? Failure = null, Problem? Obstacle = null);
}
