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
    SchedulerConfiguration configuration, InstanceStates states, Settling settling, TargetWindows windows, Instant instant, bool canResize,
    ProblemList problems, ILogger logger)
{
    private readonly Dictionary<string, ScheduleOutcome> _outcomes = new(StringComparer.Ordinal);

    /// <summary>Instances that a usable schedule manages, and whether each runs.</summary>
    public ScheduleCounts Counts { get; } = new(configuration);

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

        var isOurs = !states.IsTakenByAnotherRun(instance.Id) && settling.Settle(instance);
        if (instance.Schedule is not { } name)
            return null;
        if (instance.Untouchable is { } why)
        {
            problems.AddStanding("NeverTouched", $"never started or stopped: {why}", instance.Id, remedy: null, ProblemSeverity.Warning);
            return null;
        }

        if (!configuration.Schedules.TryGetValue(name, out var schedule))
        {
            problems.AddStanding("ScheduleUnusable", configuration.WhyUnusable(name), instance.Id, "mend the schedule or the instance's tag");
            return null;
        }

        Counts.Add(name, instance.State == PowerState.Running);
        if (instance.Trouble is { } trouble)
            problems.AddStanding("NeedsRepair", trouble, instance.Id, remedy: null);
        return isOurs && instance.State is PowerState.Running or PowerState.Stopped ? Decide(instance, schedule) : null;
    }

    private PlannedAction? Decide(ManagedInstance instance, Schedule schedule)
    {
        var outcome = OutcomeOf(schedule, instance);
        var facts = new InstanceFacts(
            instance.State == PowerState.Running, instance.InstanceType, canResize, settling.WasRestartedByAws(instance.Id));
        var stored = states.StoredOf(instance.Id);
        var desired = outcome.StateFor(facts.Running, facts.InstanceType, facts.AllowResize, AcceptedTypes(instance, schedule, outcome));
        var decision = DecisionTable.Decide(facts, stored, desired, outcome.InstanceType, SchedulePolicy.Of(schedule));

        var level = decision.Action != ScheduledAction.None || decision.NextStored != stored ? LogLevel.Information : LogLevel.Debug;
        if (logger.IsEnabled(level))
            LogDecision(level, instance.Id, schedule.Name, instance.State.ToString(), desired.ToString(), decision.Action.ToString(),
                $"{outcome.Explain(schedule.Name)}; {decision.Explain()}");

        if (decision.Action != ScheduledAction.None)
            return new PlannedAction(instance, schedule, decision, outcome.InstanceType);
        states.Store(instance.Id, decision.NextStored);
        return null;
    }

    // A listed type fits when it was taken in place of the type that is wanted now, and not of another period's.
    private static ImmutableArray<string> AcceptedTypes(ManagedInstance instance, Schedule schedule, ScheduleOutcome outcome) =>
        !instance.PreferredTypes.IsEmpty && instance.LaunchTime is { } launch
        && ScheduleEvaluator.Evaluate(schedule, launch).InstanceType == outcome.InstanceType
            ? instance.PreferredTypes
            : [];

    private ScheduleOutcome OutcomeOf(Schedule schedule, ManagedInstance instance)
    {
        if (windows.OpenFor(schedule, instance) is { } window)
            return ScheduleEvaluator.Evaluate(schedule, instant, window);
        if (_outcomes.TryGetValue(schedule.Name, out var known))
            return known;
        if (!canResize && schedule.Periods.Any(period => period.InstanceType is not null))
            problems.AddStanding("TypeIgnored", $"schedule \"{schedule.Name}\" asks for an instance type, and its databases keep theirs", id: null,
                "use a schedule without types for databases", ProblemSeverity.Warning);
        return _outcomes[schedule.Name] = ScheduleEvaluator.Evaluate(schedule, instant);
    }

    [LoggerMessage(EventName = "InstanceDecision",
        Message = "{Instance} ({Schedule}) is {State}, wanted {Desired}: {Action}, since {Reason}")]
    private partial void LogDecision(LogLevel level, string instance, string schedule, string state, string desired, string action, string reason);
}
