using System.Collections.Immutable;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Settles what earlier runs left open and decides for every instance of a listing. Acts on nothing.</summary>
internal sealed partial class InstancePlanner(
    SchedulerConfiguration configuration, InstanceStates states, Instant instant, bool canResize, ProblemList problems, ILogger logger)
{
    private readonly Dictionary<string, ScheduleOutcome> _outcomes = new(StringComparer.Ordinal);

    public ImmutableArray<PlannedAction> Plan(ImmutableArray<ManagedInstance> instances)
    {
        var actions = ImmutableArray.CreateBuilder<PlannedAction>();
        foreach (var instance in instances)
            if (PlanOne(instance) is { } action)
                actions.Add(action);
        return actions.ToImmutable();
    }

    private PlannedAction? PlanOne(ManagedInstance instance)
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

        if (states.IsTakenByAnotherRun(instance.Id) || !Settle(instance) || instance.Schedule is not { } name)
            return null;
        if (instance.Untouchable is { } why)
        {
            problems.AddStanding("NeverTouched", $"never started or stopped: {why}", instance.Id, remedy: null);
            return null;
        }

        if (!configuration.Schedules.TryGetValue(name, out var schedule))
        {
            problems.AddStanding("ScheduleUnusable", configuration.WhyUnusable(name), instance.Id, "mend the schedule or the instance's tag");
            return null;
        }

        return instance.State is PowerState.Running or PowerState.Stopped ? Decide(instance, schedule) : null;
    }

    /// <summary>False while an earlier action is still under way.</summary>
    private bool Settle(ManagedInstance instance)
    {
        if (states.HasUnreadableIntent(instance.Id))
            states.Finish(instance.Id);
        if (states.IntentOf(instance.Id) is not { } intent)
            return true;
        var settlement = IntentSettlement.Of(intent, instance, states.StoredOf(instance.Id));
        if (!settlement.IsSettled)
            return false;
        if (settlement.Store is { } stored)
            states.Store(instance.Id, stored);
        if (settlement.HasFailed)
            problems.Add("StartFellBack", $"started, and fell back to stopped with {instance.StateReason}", instance.Id,
                "see the instance's state reason in the console; the schedule decides again");
        states.Finish(instance.Id);
        LogSettled(instance.Id, intent.Wish.ToString(), instance.State.ToString());
        return true;
    }

    private PlannedAction? Decide(ManagedInstance instance, Schedule schedule)
    {
        var outcome = OutcomeOf(schedule);
        var facts = new InstanceFacts(instance.State == PowerState.Running, instance.InstanceType, canResize);
        var stored = states.StoredOf(instance.Id);
        var desired = outcome.StateFor(facts.Running, facts.InstanceType, facts.AllowResize);
        var decision = DecisionTable.Decide(facts, stored, desired, outcome.InstanceType, SchedulePolicy.Of(schedule));

        var level = decision.Action != ScheduledAction.None || decision.NextStored != stored ? LogLevel.Information : LogLevel.Debug;
        if (logger.IsEnabled(level))
            LogDecision(level, instance.Id, schedule.Name, instance.State.ToString(), desired.ToString(), decision.Action.ToString(),
                $"{outcome.Explain(schedule.Name)}; {decision.Explain()}");

        if (decision.Action != ScheduledAction.None)
            return new PlannedAction(instance, schedule.Name, decision, outcome.InstanceType);
        states.Store(instance.Id, decision.NextStored);
        return null;
    }

    private ScheduleOutcome OutcomeOf(Schedule schedule)
    {
        if (_outcomes.TryGetValue(schedule.Name, out var known))
            return known;
        foreach (var (isUsed, what, effect) in Unavailable(schedule))
            if (isUsed)
                problems.AddStanding("FeatureUnavailable", $"schedule \"{schedule.Name}\": {what} is not available in this version", id: null, effect);
        return _outcomes[schedule.Name] = ScheduleEvaluator.Evaluate(schedule, instant);
    }

    private IEnumerable<(bool IsUsed, string What, string Effect)> Unavailable(Schedule schedule) =>
    [
        (!canResize && schedule.Periods.Any(period => period.InstanceType is not null), "an instance type", "instances start with the type they have"),
        (schedule.Hibernate, "hibernate", "instances are stopped without hibernation"),
        (schedule.UseMetrics == true, "use_metrics", "no metrics are sent"),
        (schedule.UseMaintenanceWindow, "use_maintenance_window", "instances do not start for maintenance windows"),
    ];

    [LoggerMessage(EventName = "InstanceDecision",
        Message = "{Instance} ({Schedule}) is {State}, wanted {Desired}: {Action}, since {Reason}")]
    private partial void LogDecision(LogLevel level, string instance, string schedule, string state, string desired, string action, string reason);

    [LoggerMessage(EventName = "IntentSettled", Level = LogLevel.Debug, Message = "{Instance}: the wish to {Wish} is settled, it is {State}")]
    private partial void LogSettled(string instance, string wish, string state);
}
