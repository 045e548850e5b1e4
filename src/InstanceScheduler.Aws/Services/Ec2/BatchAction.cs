using System.Collections.Immutable;
using System.Text.RegularExpressions;
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
internal sealed partial class BatchAction(
    string operation, AwsRetry retry, Func<ImmutableArray<string>, CancellationToken, Task<ImmutableHashSet<string>>> call)
{
    public const int BatchSize = 50;

    private readonly ImmutableHashSet<string>.Builder _accepted = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly ImmutableHashSet<string>.Builder _attempted = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);

    // A throttled or refused attempt did nothing; one that broke on the way may have done everything, whatever came after it.
    private readonly ImmutableHashSet<string>.Builder _mayHaveActed = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly Refusals _refused = new();
    private Problem? _end;

    /// <summary>Runs the batches one after the other until done, ended, or out of time.</summary>
    public async Task<ActionOutcome> RunAsync(ImmutableArray<string> ids, RunDeadline deadline)
    {
        for (var done = 0; done < ids.Length && !HasEnded(deadline); done += BatchSize)
            await TryAsync(ids[done..Math.Min(done + BatchSize, ids.Length)], mayTakeOut: true, deadline);

        if (_end is null && deadline.IsOver && LeftOver(ids) is { IsEmpty: false } left)
            _end = new Problem("OutOfTime", $"{operation} ran out of time with {left.Length} instances to go", left, "the next tick continues");
        return new ActionOutcome
        {
            Accepted = _accepted.ToImmutable(),
            Unknown = _mayHaveActed.ToImmutable().Except(_accepted),
            Attempted = _attempted.ToImmutable(),
            Problems = [.. _refused.ToProblems(operation), .. Ended()],
        };
    }

    private bool HasEnded(RunDeadline deadline) => _end is not null || deadline.IsOver;

    private ImmutableArray<string> LeftOver(ImmutableArray<string> ids)
    {
        var refused = _refused.Ids.ToHashSet(StringComparer.Ordinal);
        return [.. ids.Where(id => !_accepted.Contains(id) && !_mayHaveActed.Contains(id) && !refused.Contains(id))];
    }

    private IEnumerable<Problem> Ended() => _end is null ? [] : [_end];

    private async Task TryAsync(ImmutableArray<string> ids, bool mayTakeOut, RunDeadline deadline)
    {
        if (await CallAsync(ids, deadline) is { } failure)
            await TakeApartAsync(ids, failure, mayTakeOut, deadline);
    }

    private async Task TakeApartAsync(ImmutableArray<string> ids, Exception failure, bool mayTakeOut, RunDeadline deadline)
    {
        var isAboutInstances = AwsFailure.KindOf(failure) == FailureKind.Instance;
        var named = mayTakeOut || !isAboutInstances ? NamedIn(failure, ids) : [];
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
            var complainedOf = NamedIn(first, ids).Union(NamedIn(second, ids), StringComparer.Ordinal);
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

    private static ImmutableArray<string> NamedIn(Exception failure, ImmutableArray<string> ids)
    {
        var named = InstanceId().Matches(failure.Message).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return named.Count == 0 ? [] : [.. ids.Where(named.Contains)];
    }

    [GeneratedRegex("i-[0-9a-f]{8,17}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InstanceId();
}
