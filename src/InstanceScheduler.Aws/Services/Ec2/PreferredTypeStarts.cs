using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Tries the types that instances list, in their order, where AWS has no capacity for the wanted one.</summary>
internal sealed class PreferredTypeStarts(PowerCalls power, InstanceTypes types, AwsRetry retry)
{
    /// <summary>How many are tried per instance and run.</summary>
    public const int MostTypes = 5;

    private const string Tag = ManagedInstance.PreferredTypesKey;

    /// <param name="orders">All that were to be started.</param>
    /// <param name="started">What became of them.</param>
    /// <param name="refusals">The problems of starts alone: a type that could not be set is no shortage.</param>
    /// <param name="deadline">No type is tried after it.</param>
    /// <returns>What became of them now.</returns>
    public async Task<ActionOutcome> RunAsync(
        ImmutableArray<StartOrder> orders, ActionOutcome started, ImmutableArray<Problem> refusals, RunDeadline deadline)
    {
        var refused = refusals.Where(problem => RefusalCodes.IsAboutType(problem.Code)).SelectMany(problem => problem.Ids)
            .Except(started.Unknown, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var candidates = orders.Where(order => refused.Contains(order.Id) && OthersOf(order).Any()).ToImmutableArray();
        if (candidates.IsEmpty)
            return started;
        var attempts = await SideBySide.SelectAsync(
            candidates, order => new PreferredTypeAttempt(order, power, types, retry).RunAsync([.. OthersOf(order)], deadline));
        return attempts.Aggregate(started, WithStarts) with { Problems = ProblemsAfter(started.Problems, attempts) };
    }

    private static IEnumerable<string> OthersOf(StartOrder order) =>
        order.Instance.PreferredTypes.Where(type => type != PreferredTypeStart.WantedBy(order)).Take(MostTypes);

    private static ActionOutcome WithStarts(ActionOutcome outcome, PreferredTypeStart attempt)
    {
        var (id, old) = (attempt.Order.Id, attempt.Order.Instance.InstanceType);
        return outcome.And(attempt.Starts) with
        {
            Resized = attempt.Type == old ? outcome.Resized.Remove(id) : outcome.Resized.SetItem(id, new TypeChange(old, attempt.Type)),
        };
    }

    private static ImmutableArray<Problem> ProblemsAfter(ImmutableArray<Problem> problems, ImmutableArray<PreferredTypeStart> attempts)
    {
        var attempted = attempts.ToDictionary(attempt => attempt.Order.Id, StringComparer.Ordinal);
        var lost = attempts.SelectMany(attempt => attempt.Starts.Problems).GroupBy(problem => problem.Code, StringComparer.Ordinal)
            .Select(cause => cause.First() with { Ids = [.. cause.SelectMany(problem => problem.Ids)] });
        return [.. problems.SelectMany(problem => Split(problem, attempted)), .. PassedOver(attempts), .. lost];
    }

    private static IEnumerable<Problem> Split(Problem problem, Dictionary<string, PreferredTypeStart> attempted)
    {
        if (!RefusalCodes.IsAboutType(problem.Code))
            return [problem];
        var plain = problem with { Ids = problem.Ids.RemoveAll(attempted.ContainsKey) };
        var inVain = problem.Ids.Where(attempted.ContainsKey).Select(id => attempted[id]).Where(attempt => !attempt.IsUnderWay)
            .GroupBy(RemarkOn, StringComparer.Ordinal)
            .Select(cause => problem with
            {
                Message = problem.Message + cause.Key,
                Ids = [.. cause.Select(attempt => attempt.Order.Id)],
                Remedy = RemedyFor(cause.First()),
            });
        return plain.Ids.IsEmpty ? inVain : inVain.Prepend(plain);
    }

    private static string RemarkOn(PreferredTypeStart attempt) =>
        (attempt.Tried.IsEmpty ? "" : $"; nor was there any for {string.Join(", ", attempt.Tried)}")
        + (attempt.EndedBy is null ? "" : $"; {attempt.EndedBy} kept it from trying others")
        + (attempt.NotSetBack is null ? ""
            : $"; its type may be {attempt.Type} now, since {attempt.NotSetBack} kept {attempt.Wanted} from being set again");

    private static string RemedyFor(PreferredTypeStart attempt) =>
        (attempt.NotSetBack is null ? "" : $"set its type to {attempt.Wanted} by hand; ")
        + $"tried again every run; {Tag} may list more types";

    private static IEnumerable<Problem> PassedOver(ImmutableArray<PreferredTypeStart> attempts) => attempts
        .SelectMany(attempt => attempt.PassedOver)
        .GroupBy(passed => (passed.Type, passed.Refusal.Code))
        .Select(cause => (cause.Key.Type, cause.First().Refusal, Ids: cause.SelectMany(passed => passed.Refusal.Ids)))
        .Select(cause => new Problem("PreferredTypePassedOver", $"{cause.Type} of {Tag} was passed over: {cause.Refusal.Message}",
            [.. cause.Ids], cause.Refusal.Remedy, cause.Refusal.IsStanding));
}
