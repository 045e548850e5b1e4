using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>One action on many instances in batches: AWS refuses a batch as a whole, so a refused one is taken apart.</summary>
/// <remarks>
/// Ids that the error names are taken out first. Errors about instances split the rest in halves, down to single ids. Other
/// errors split once: both halves failing alike, and then a single id that no error named, means the caller may not do it at
/// all, and the action ends after four calls. Throttling and faults never split; the first that outlives the retries ends the
/// action, and the next tick goes on.
/// </remarks>
/// <param name="operation">The call's name in problems and logs.</param>
/// <param name="retry">Repeats a call.</param>
/// <param name="call">Makes one call; returns the ids that AWS accepted.</param>
/// <param name="batchSize">How many ids go into a call.</param>
internal sealed class BatchAction(
    string operation, AwsRetry retry, Func<ImmutableArray<string>, CancellationToken, Task<ImmutableHashSet<string>>> call,
    int batchSize = BatchAction.BatchSize)
{
    public const int BatchSize = 50;

    private readonly ImmutableHashSet<string>.Builder _accepted = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly ImmutableHashSet<string>.Builder _attempted = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);

    // A throttled or refused attempt did nothing; one that broke on the way may have done everything, whatever came after it.
    private readonly ImmutableHashSet<string>.Builder _mayHaveActed = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly Refusals _refused = new();
    private readonly List<string> _asked = [];
    private Problem? _end;
    private Problem? _outOfTime;

    /// <summary>Whether a throttle, a fault or the deadline ended it: what was not tried would meet the same.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Runs the batches one after the other until done, ended, or out of time. Called again, it goes on where it was.</summary>
    /// <returns>What became of the ids of all calls so far.</returns>
    public async Task<ActionOutcome> RunAsync(ImmutableArray<string> ids, RunDeadline deadline)
    {
        _asked.AddRange(ids);
        for (var done = 0; done < ids.Length && !HasEnded(deadline); done += batchSize)
            await TryAsync(ids[done..Math.Min(done + batchSize, ids.Length)], mayTakeOut: true, deadline);

        if (_end is null && deadline.IsOver && LeftOver() is { IsEmpty: false } left)
        {
            _outOfTime = AwsProblem.OutOfTime(operation, left);
            IsCutShort = true;
        }

        return new ActionOutcome
        {
            Accepted = _accepted.ToImmutable(),
            Unknown = _mayHaveActed.ToImmutable().Except(_accepted),
            Attempted = _attempted.ToImmutable(),
            Problems = [.. _refused.ToProblems(operation), .. (_end ?? _outOfTime) is { } end ? (Problem[])[end] : []],
        };
    }

    private bool HasEnded(RunDeadline deadline) => _end is not null || deadline.IsOver;

    private ImmutableArray<string> LeftOver()
    {
        var refused = _refused.Ids.ToHashSet(StringComparer.Ordinal);
        return [.. _asked.Where(id => !_accepted.Contains(id) && !_mayHaveActed.Contains(id) && !refused.Contains(id))];
    }

    private async Task TryAsync(ImmutableArray<string> ids, bool mayTakeOut, RunDeadline deadline)
    {
        if (await CallAsync(ids, deadline) is { } failure)
            await TakeApartAsync(ids, failure, mayTakeOut, deadline);
    }

    private async Task TakeApartAsync(ImmutableArray<string> ids, Exception failure, bool mayTakeOut, RunDeadline deadline)
    {
        var isAboutInstances = AwsFailure.KindOf(failure) == FailureKind.Instance;
        var named = mayTakeOut || !isAboutInstances ? InstanceIds.NamedIn(failure, ids) : [];
        _refused.Add(named, failure);
        var rest = ids.RemoveRange(named, StringComparer.Ordinal);
        if (rest.IsEmpty)
            return;
        if (ids.Length == 1)
            _refused.Add(ids, failure);
        else if (!isAboutInstances)
            await TellCallerFromInstancesAsync(rest, failure, deadline);
        else if (!named.IsEmpty)
            await TryAsync(rest, mayTakeOut: false, deadline);
        else
            foreach (var half in HalvesOf(rest))
                await TryAsync(half, mayTakeOut: true, deadline);
    }

    private async Task TellCallerFromInstancesAsync(ImmutableArray<string> ids, Exception failure, RunDeadline deadline)
    {
        var refusals = new List<(ImmutableArray<string> Half, Exception Failure)>();
        foreach (var half in HalvesOf(ids).Where(half => !half.IsEmpty))
            if (await CallAsync(half, deadline) is { } refusal)
                refusals.Add((half, refusal));

        if (refusals is [var (_, first), var (_, second)] && AwsFailure.KindOf(first) == FailureKind.Caller
            && AwsFailure.CodeOf(first) == AwsFailure.CodeOf(second))
        {
            // Two unlucky ones among many would look like this too: an id that nobody complained of tells.
            var complainedOf = InstanceIds.NamedIn(first, ids).Union(InstanceIds.NamedIn(second, ids), StringComparer.Ordinal);
            var probe = ids.Except(complainedOf, StringComparer.Ordinal).LastOrDefault();
            if (probe is null || await CallAsync([probe], deadline) is not null)
            {
                RefuseForCaller(ids, failure);
                return;
            }

            refusals = [.. refusals.Select(refusal => (refusal.Half.Remove(probe, StringComparer.Ordinal), refusal.Failure))];
        }

        foreach (var (half, refusal) in refusals)
            if (!HasEnded(deadline) && !half.IsEmpty)
                await TakeApartAsync(half, refusal, mayTakeOut: true, deadline);
    }

    private void RefuseForCaller(ImmutableArray<string> ids, Exception failure)
    {
        // A caller who was let start others is let start some: only these are lost, the next batch goes on.
        if (_accepted.Count > 0)
        {
            _refused.Add(ids, failure);
            return;
        }

        // Ids that were named before were refused for the same cause: one problem, not two.
        _end = AwsProblem.Of(operation, failure, [.. _refused.Take(failure), .. ids]);
    }

    /// <summary>The error when the batch was refused; null when it was accepted or the action ended.</summary>
    private async Task<Exception?> CallAsync(ImmutableArray<string> ids, RunDeadline deadline)
    {
        if (HasEnded(deadline))
            return null;
        _attempted.UnionWith(ids);
        try
        {
            _accepted.UnionWith(await retry.ExecuteAsync(operation, AttemptAsync, deadline));
            return null;
        }
        catch (Exception failure) when (AwsFailure.IsTemporary(failure))
        {
            _end = AwsProblem.Of(operation, failure, ids);
            IsCutShort = true;
            return null;
        }
        catch (Exception refusal)
        {
            return refusal;
        }

        async Task<ImmutableHashSet<string>> AttemptAsync(CancellationToken token)
        {
            try
            {
                return await call(ids, token);
            }
            catch (Exception failure) when (AwsFailure.KindOf(failure) == FailureKind.Transient)
            {
                _mayHaveActed.UnionWith(ids);
                throw;
            }
        }
    }

    private static ImmutableArray<ImmutableArray<string>> HalvesOf(ImmutableArray<string> ids) =>
        [ids[..(ids.Length / 2)], ids[(ids.Length / 2)..]];
}
