using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Tells what is right for an instance: its window, its schedule, the types that fit, the rules. Changes nothing.</summary>
/// <param name="windows">Which maintenance windows are open.</param>
/// <param name="instant">The instant to decide for.</param>
/// <param name="sinceLast">Time since the run before, which is that between two ticks.</param>
/// <param name="canResize">Whether the service can change types.</param>
/// <param name="problems">Gets what is ignored.</param>
internal sealed class InstanceJudge(TargetWindows windows, Instant instant, Duration sinceLast, bool canResize, ProblemList problems)
{
    private readonly Dictionary<string, ScheduleOutcome> _outcomes = new(StringComparer.Ordinal);

    /// <param name="instance">The instance, running or stopped.</param>
    /// <param name="schedule">Its schedule.</param>
    /// <param name="stored">Its entry.</param>
    /// <param name="isRestartedByAws">Whether AWS started it by itself.</param>
    public Judgement Judge(ManagedInstance instance, Schedule schedule, StoredState stored, bool isRestartedByAws)
    {
        var outcome = OutcomeOf(schedule, instance);
        var facts = new InstanceFacts(instance.State == PowerState.Running, instance.InstanceType, canResize, isRestartedByAws);
        var desired = outcome.StateFor(facts.Running, facts.InstanceType, facts.AllowResize, AcceptedTypes(instance, schedule, outcome));
        return new Judgement(outcome, desired, DecisionTable.Decide(
            facts, stored, desired, outcome.InstanceType, SchedulePolicy.Of(schedule), StopFallsDue(facts.Running, stored, desired, schedule)));
    }

    /// <summary>What the schedule wants for the instance, a window of its own included.</summary>
    public ScheduleOutcome OutcomeOf(Schedule schedule, ManagedInstance instance)
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

    // Asked only where it can matter.
    private bool StopFallsDue(bool isRunning, StoredState stored, DesiredState desired, Schedule schedule) =>
        isRunning && stored == StoredState.Stopped && desired == DesiredState.Stopped && LoneEnds.FallDue(schedule, instant - sinceLast, instant);

    // A listed type fits when it was taken in place of the type that is wanted now, and not of another period's.
    private static ImmutableArray<string> AcceptedTypes(ManagedInstance instance, Schedule schedule, ScheduleOutcome outcome) =>
        !instance.PreferredTypes.IsEmpty && instance.LaunchTime is { } launch
        && ScheduleEvaluator.Evaluate(schedule, launch).InstanceType == outcome.InstanceType
            ? instance.PreferredTypes
            : [];
}
