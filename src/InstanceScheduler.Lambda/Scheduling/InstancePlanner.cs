using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Lambda.Metrics;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Decides for every instance of a listing, after what earlier runs left open is settled. Acts on nothing.</summary>
internal sealed partial class InstancePlanner(
    SchedulerConfiguration configuration, InstanceStates states, Settling settling, ProblemList problems, ILogger logger)
{
    private readonly ImmutableArray<PlannedAction>.Builder _actions = ImmutableArray.CreateBuilder<PlannedAction>();

    /// <summary>Instances that a usable schedule manages, and whether each runs.</summary>
    public ScheduleCounts Counts { get; } = new(configuration);

    /// <summary>What is to be done, so far.</summary>
    public ImmutableArray<PlannedAction> Plan => _actions.ToImmutable();

    /// <param name="instances">Instances, each once.</param>
    /// <param name="listed">When they were listed: later than the run's instant, where the event was late.</param>
    /// <param name="judge">Decides.</param>
    public void Add(IEnumerable<ManagedInstance> instances, Instant listed, InstanceJudge judge)
    {
        foreach (var instance in instances)
            if (PlanOne(instance, listed, judge) is { } action)
                _actions.Add(action);
    }

    private PlannedAction? PlanOne(ManagedInstance instance, Instant listed, InstanceJudge judge)
    {
        if (InstanceStates.IsReserved(instance.Id))
        {
            problems.AddStanding("ReservedName", $"an instance cannot be called \"{instance.Id}\"", instance.Id, "rename it, or remove its schedule tag");
            return null;
        }

        if (instance.State == PowerState.Gone)
        {
            states.Forget(instance.Id);
            return null;
        }

        var isOurs = !states.IsTakenByAnotherRun(instance.Id) && settling.Settle(instance, listed);
        if (instance.Schedule is not { } name)
            return null;
        if (configuration.IsIgnored(name))
        {
            Counts.Add(name, instance.State == PowerState.Running);
            return null;
        }

        if (instance.Untouchable is { } why)
        {
            problems.AddStanding("NeverTouched", $"never started or stopped: {why}", instance.Id, remedy: null, ProblemSeverity.Warning);
            return null;
        }

        if (configuration.ScheduleOf(name) is not { } schedule)
        {
            problems.AddStanding("ScheduleUnusable", configuration.WhyUnusable(name), instance.Id, "mend the schedule or the instance's tag");
            return null;
        }

        Counts.Add(name, instance.State == PowerState.Running);
        if (instance.Trouble is { } trouble)
            problems.AddStanding("NeedsRepair", trouble, instance.Id, remedy: null);
        return isOurs && instance.State is PowerState.Running or PowerState.Stopped ? Decide(instance, schedule, judge) : null;
    }

    private PlannedAction? Decide(ManagedInstance instance, Schedule schedule, InstanceJudge judge)
    {
        var stored = states.StoredOf(instance.Id);
        var judgement = judge.Judge(instance, schedule, stored, settling.WasRestartedByAws(instance.Id));
        var decision = judgement.Decision;

        var level = decision.Action != ScheduledAction.None || decision.NextStored != stored ? LogLevel.Information : LogLevel.Debug;
        if (logger.IsEnabled(level))
            LogDecision(level, instance.Id, schedule.Name, instance.State.ToString(), judgement.Desired.ToString(), decision.Action.ToString(),
                judgement.Explain(schedule.Name));

        if (decision.Action != ScheduledAction.None)
            return new PlannedAction(instance, schedule, decision, judgement.Outcome.InstanceType);
        states.Store(instance.Id, decision.NextStored);
        return null;
    }

    [LoggerMessage(EventName = "InstanceDecision",
        Message = "{Instance} ({Schedule}) is {State}, wanted {Desired}: {Action}, since {Reason}")]
    private partial void LogDecision(LogLevel level, string instance, string schedule, string state, string desired, string action, string reason);
}
