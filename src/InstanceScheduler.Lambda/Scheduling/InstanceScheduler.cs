using System.Collections.Immutable;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Maintenance;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Maintenance;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>One run of one target: what should be running, what is, act, remember, report.</summary>
/// <remarks>
/// Nothing is done before it is written down as an intent, and nothing counts as done before it is seen. When anything fails or
/// the process dies, the next run finds the intents and goes on from there. A dry run ends once all is decided.
/// </remarks>
/// <param name="service">The target's service.</param>
/// <param name="table">Where states are kept.</param>
/// <param name="windows">Maintenance windows of Systems Manager; null where they do not count.</param>
/// <param name="configuration">Schedules and settings.</param>
/// <param name="options">How to run.</param>
/// <param name="announcer">Tells people.</param>
/// <param name="time">Clock of the listing and of questions beside the way.</param>
/// <param name="logger">Logger with the target's fields.</param>
internal sealed partial class InstanceScheduler(
    IInstanceService service, StateTableClient table, SsmWindows? windows, SchedulerConfiguration configuration, RunOptions options,
    RunAnnouncer announcer, TimeProvider time, ILogger logger)
{
    // Nobody waits for an answer that only helps to explain.
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(15);

    /// <param name="run">Target and instant.</param>
    /// <param name="acting">Ends before <paramref name="saving"/>, leaving time to save.</param>
    /// <param name="saving">Ends with the invocation.</param>
    public async Task<TargetResult> RunAsync(RunIdentity run, RunDeadline acting, RunDeadline saving)
    {
        var problems = new ProblemList();
        var end = new RunEnd(new TargetResult(run.Target), default);
        try
        {
            end = await RunAsync(run, problems, acting, saving);
        }
        catch (Exception failure)
        {
            problems.Add(AwsProblem.Of(AwsRetry.OperationOf(failure) ?? "the run", failure, []) with { Severity = ProblemSeverity.Error });
            LogFailed(failure, run.Target.ToString());
        }

        if (!end.IsStale || problems.All.Any())
        {
            var report = new RunReport(HealthSource.Of(run.Target), run.Instant, [.. problems.All])
            {
                Counts = end.Counts,
                DryRun = options.IsDryRun ? end.Result.ToDryRun() : null,
            };
            await announcer.TellAsync(run.Target.ToString(), report, saving);
        }

        return end.Result;
    }

    private async Task<RunEnd> RunAsync(RunIdentity run, ProblemList problems, RunDeadline acting, RunDeadline saving)
    {
        // Before the listing: what another run does meanwhile must not be known of an instance that was listed before it was done.
        var states = await InstanceStates.LoadAsync(table, run, acting);
        if (states.IsStale)
        {
            LogStale(run.Target.ToString(), run.Instant.ToString(), states.Latest);
            if (states.IsAheadOf(Instant.FromDateTimeOffset(time.GetUtcNow())))
                problems.AddStanding("StateFromFuture", $"a stored timestamp, {states.Latest}, lies in the future: no run does anything until then", id: null,
                    "in the state table, delete the target's #pending items and lower timestamp in its others; give events no time to come");
            return new RunEnd(new TargetResult(run.Target), default, IsStale: true);
        }

        // Of a listing that fails in the middle only that is told: half of what is wrong would pass for the whole.
        var found = new ProblemList();
        var settling = new Settling(states, run.Instant, service.TellsTransitions, found, logger);
        var planner = new InstancePlanner(configuration, states, settling, found, logger);
        var fleet = await PlanAsync(planner, run, found, acting);
        var plan = planner.Plan;
        problems.AddRange(found.All);
        announcer.Measure(run.Target, run.Instant, planner.Counts);

        var counts = new RunCounts(fleet.Managed, fleet.Running, 0, 0);
        if (!options.IsDryRun)
        {
            var end = await ActAsync(run, fleet, states, plan, counts, problems, acting, saving);
            await ExplainAsync(settling.FailedStarts, problems, saving);
            return end;
        }

        await ExplainAsync(settling.FailedStarts, problems, acting);
        LogDryRun(run.Target.ToString(), counts.Managed, plan.Count(action => action.IsStart), plan.Count(action => !action.IsStart));
        return new RunEnd(TargetResult.Of(run.Target, plan), counts);
    }

    private async Task<PassingFleet> PlanAsync(InstancePlanner planner, RunIdentity run, ProblemList problems, RunDeadline acting)
    {
        var overrides = new TargetOverrides(configuration, run.Target, run.Instant, problems);
        var fleet = new PassingFleet(configuration, windows is not null, problems);
        var judge = JudgeWith(SsmWindowView.Unused);
        await foreach (var page in service.ReadPagesAsync(configuration.Settings.TagName, acting))
        {
            problems.AddRange(page.Problems);
            planner.Add(fleet.Pass(page), Now(), judge);
        }

        planner.Add(fleet.PassWaiting(), Now(), JudgeWith(await ReadWindowsAsync(run, fleet.Waiting, problems, acting)));
        return fleet;

        Instant Now() => Instant.Max(run.Instant, Instant.FromDateTimeOffset(time.GetUtcNow()));
        InstanceJudge JudgeWith(SsmWindowView view) =>
            new(new TargetWindows(view, run.Instant, problems), overrides, run.Instant, options.Frequency, service, problems);
    }

    // After the actions: it helps to understand, and no instance should wait for it.
    private async Task ExplainAsync(ImmutableArray<ManagedInstance> failedStarts, ProblemList problems, RunDeadline deadline)
    {
        if (failedStarts.IsEmpty)
            return;
        using var brief = Brief(deadline);
        var explained = await service.ExplainFailedStartsAsync(failedStarts, brief);
        problems.AddRange(explained.Select(problem => problem with { Severity = ProblemSeverity.Error }));
    }

    private RunDeadline Brief(RunDeadline deadline) => new(deadline.Left < LongestQuestion ? deadline.Left : LongestQuestion, time, deadline.Token);

    private async Task<RunEnd> ActAsync(
        RunIdentity run, PassingFleet fleet, InstanceStates states, ImmutableArray<PlannedAction> plan, RunCounts counts, ProblemList problems,
        RunDeadline acting, RunDeadline saving)
    {
        var (actions, outcome) = await new PlanExecution(service, states).RunAsync(plan, acting);
        problems.AddRange(outcome.Problems);
        var dropped = fleet.IsComplete ? states.CleanUp(fleet.Ids) : [];
        await SaveAsync(states, run, problems, saving);

        // Last: a tag that is missing is a pity, a state that is missing is a fault.
        var tagging = new ActionTagging(service, configuration.Settings, options, run.Instant);
        problems.AddRange(await tagging.TagAsync(fleet.Informed, states, actions, outcome, problems, acting));

        var accepted = actions.Where(action => outcome.Accepted.Contains(action.Instance.Id)).ToLookup(action => action.IsStart);
        counts = counts with { Started = accepted[true].Count(), Stopped = accepted[false].Count() };
        LogFinished(run.Target.ToString(), fleet.Ids.Count, actions.Count(action => action.IsStart), actions.Count(action => !action.IsStart),
            counts.Started + counts.Stopped, dropped.Length);
        return new RunEnd(TargetResult.Of(run.Target, actions, outcome), counts);
    }

    // Asked only when an instance's schedule names one.
    private async Task<SsmWindowView> ReadWindowsAsync(
        RunIdentity run, IReadOnlyList<ManagedInstance> instances, ProblemList problems, RunDeadline acting)
    {
        var names = configuration.NamesOfWindows(instances.Select(instance => instance.Schedule));
        if (windows is null || names.Count == 0)
            return SsmWindowView.Unused;
        using var brief = Brief(acting);
        var (view, problem) = await windows.ReadAsync(
            names, run.Instant, DatedWindow.LeadFor(options.Frequency), DatedWindow.NoticeFor(options.Frequency), brief, acting);
        problems.AddIfAny(problem);
        // Before acting: what is not remembered now cannot be learnt again once the window has begun.
        if (!options.IsDryRun)
            problems.AddIfAny(await windows.SaveAsync(view.Agenda, acting));
        return view;
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
            problems.Add(AwsProblem.Of("saving the states", failure, []) with { Severity = ProblemSeverity.Error });
            LogFailed(failure, run.Target.ToString());
        }
    }

    [LoggerMessage(EventName = "RunFinished", Level = LogLevel.Information,
        Message = "{Target}: {Instances} instances, {Starts} to start, {Stops} to stop, {Accepted} accepted, {Dropped} forgotten")]
    private partial void LogFinished(string target, int instances, int starts, int stops, int accepted, int dropped);

    [LoggerMessage(EventName = "DryRunFinished", Level = LogLevel.Information,
        Message = "{Target}: dry run, nothing was done or stored: {Instances} instances, {Starts} would be started, {Stops} would be stopped")]
    private partial void LogDryRun(string target, int instances, int starts, int stops);

    [LoggerMessage(EventName = "RunSkippedStale", Level = LogLevel.Warning,
        Message = "{Target}: a later run already wrote timestamp {Latest}, so this one for {Instant} does nothing")]
    private partial void LogStale(string target, string instant, decimal latest);

    [LoggerMessage(EventName = "RunFailed", Level = LogLevel.Error, Message = "{Target}: the run ended early, the next tick continues")]
    private partial void LogFailed(Exception failure, string target);
}
