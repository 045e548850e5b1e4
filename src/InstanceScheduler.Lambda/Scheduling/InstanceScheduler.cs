using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Decisions;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>One run of one target: what should be running, what is, act, remember, report.</summary>
/// <remarks>
/// Nothing is done before it is written down as an intent, and nothing counts as done before AWS accepted it. When anything
/// fails or the process dies, the next run finds the intents and goes on from there.
/// </remarks>
internal sealed partial class InstanceScheduler(
    IInstanceService service, StateTableClient table, SchedulerConfiguration configuration, ProblemReporter reporter, ILogger logger)
{
    /// <param name="run">Target and instant.</param>
    /// <param name="acting">Ends before <paramref name="saving"/>, leaving time to save.</param>
    /// <param name="saving">Ends with the invocation.</param>
    public async Task<TargetResult> RunAsync(RunIdentity run, RunDeadline acting, RunDeadline saving)
    {
        var problems = new ProblemList();
        try
        {
            return await RunAsync(run, problems, acting, saving);
        }
        catch (Exception failure)
        {
            problems.Add(AwsProblem.Of("the run", failure, []));
            LogFailed(failure, run.Target.ToString());
            return TargetResult.Quiet(run.Target);
        }
        finally
        {
            reporter.Report(run.Target.ToString(), problems.All, logger);
        }
    }

    private async Task<TargetResult> RunAsync(RunIdentity run, ProblemList problems, RunDeadline acting, RunDeadline saving)
    {
        var listing = service.ListAsync(configuration.Settings.TagName, acting);
        var loading = InstanceStates.LoadAsync(table, run, acting);
        await Task.WhenAll(listing, loading);
        var (instances, states) = ((await listing).Instances, await loading);
        if (states.IsStale)
        {
            LogStale(run.Target.ToString(), run.Instant.ToString(), (long)states.Latest);
            return TargetResult.Quiet(run.Target);
        }

        var planner = new InstancePlanner(configuration, states, run.Instant, service.CanResize, problems, logger);
        var plan = planner.Plan(instances);
        var mine = await states.DeclareAsync(plan.ToImmutableDictionary(action => action.Instance.Id, action => action.Wish, StringComparer.Ordinal), acting);
        var actions = plan.Where(action => mine.Contains(action.Instance.Id)).ToImmutableArray();
        var starts = actions.Where(action => action.Decision.Action == ScheduledAction.Start).OrderBy(action => action.Instance.Id, StringComparer.Ordinal).ToImmutableArray();
        var stops = actions.Where(action => action.Decision.Action != ScheduledAction.Start).OrderBy(action => action.Instance.Id, StringComparer.Ordinal).ToImmutableArray();

        // Side by side, so that many starts in trouble never keep a stop from its turn.
        var starting = service.StartAsync([.. starts.Select(action => new StartOrder(action.Instance))], acting);
        var stopping = service.StopAsync([.. stops.Select(action => new StopOrder(action.Instance))], acting);
        await Task.WhenAll(starting, stopping);
        var outcome = (await starting).And(await stopping);
        foreach (var problem in outcome.Problems)
            problems.Add(problem);
        Remember(states, actions, outcome);
        var dropped = states.CleanUp(instances.Select(instance => instance.Id).ToHashSet(StringComparer.Ordinal));
        await SaveAsync(states, run, problems, saving);

        LogFinished(run.Target.ToString(), instances.Length, starts.Length, stops.Length, outcome.Accepted.Count, dropped.Length);
        return new TargetResult(run.Target, Attempted(starts, outcome), Attempted(stops, outcome));
    }

    // The actions have been taken whether or not the save works: the answer tells them, and the intents tell the next run.
    private async Task SaveAsync(InstanceStates states, RunIdentity run, ProblemList problems, RunDeadline saving)
    {
        try
        {
            await states.SaveAsync(saving);
        }
        catch (Exception failure)
        {
            problems.Add(AwsProblem.Of("saving the states", failure, []));
            LogFailed(failure, run.Target.ToString());
        }
    }

    // Accepted: remembered as done, and the intent waits until its effect is seen. Unknown: the intent alone tells the next
    // run. Refused or not tried: as if nothing had been planned.
    private static void Remember(InstanceStates states, ImmutableArray<PlannedAction> actions, ActionOutcome outcome)
    {
        foreach (var action in actions)
            if (outcome.Accepted.Contains(action.Instance.Id))
                states.Store(action.Instance.Id, action.Decision.NextStored);
            else if (!outcome.Unknown.Contains(action.Instance.Id))
                states.Finish(action.Instance.Id);
    }

    private static ImmutableArray<(string Id, string Schedule)> Attempted(ImmutableArray<PlannedAction> actions, ActionOutcome outcome) =>
        [.. actions.Where(action => outcome.Attempted.Contains(action.Instance.Id)).Select(action => (action.Instance.Id, action.Schedule))];

    [LoggerMessage(EventName = "RunFinished", Level = LogLevel.Information,
        Message = "{Target}: {Instances} instances, {Starts} to start, {Stops} to stop, {Accepted} accepted, {Dropped} forgotten")]
    private partial void LogFinished(string target, int instances, int starts, int stops, int accepted, int dropped);

    [LoggerMessage(EventName = "RunSkippedStale", Level = LogLevel.Warning,
        Message = "{Target}: a later run already wrote timestamp {Latest}, so this one for {Instant} does nothing; "
            + "if that timestamp lies in the future, lower it in the state table")]
    private partial void LogStale(string target, string instant, long latest);

    [LoggerMessage(EventName = "RunFailed", Level = LogLevel.Error, Message = "{Target}: the run ended early, the next tick continues")]
    private partial void LogFailed(Exception failure, string target);
}
