using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Tells what is right for an instance: its window, its override, its schedule, the types that fit, the rules. Changes nothing.</summary>
/// <param name="windows">Which maintenance windows are open.</param>
/// <param name="overrides">Which overrides hold.</param>
/// <param name="instant">The instant to decide for.</param>
/// <param name="sinceLast">Time since the run before, which is that between two ticks.</param>
/// <param name="service">What its service can do, and tells.</param>
/// <param name="problems">Gets what is ignored.</param>
internal sealed class InstanceJudge(
    TargetWindows windows, TargetOverrides overrides, Instant instant, Duration sinceLast, IInstanceService service, ProblemList problems)
{
    private readonly Dictionary<string, ScheduleOutcome> _outcomes = new(StringComparer.Ordinal);

    /// <param name="instance">The instance, running or stopped.</param>
    /// <param name="schedule">Its schedule.</param>
    /// <param name="stored">Its entry.</param>
    /// <param name="isRestartedByAws">Whether AWS started it by itself.</param>
    public Judgement Judge(ManagedInstance instance, Schedule schedule, StoredState stored, bool isRestartedByAws)
    {
        var outcome = OutcomeOf(schedule, instance);
        var policy = SchedulePolicy.Of(schedule, underOverride: outcome.Cause == OutcomeCause.TimedOverride);
        var facts = new InstanceFacts(
            instance.State == PowerState.Running, instance.InstanceType, service.CanResize, isRestartedByAws,
            policy.RespectManualStop && StopReasons.IsByPerson(instance, schedule, service.TellsTransitions),
            outcome.Cause != OutcomeCause.MaintenanceWindow && HasRunLongEnough(instance, schedule));
        var desired = outcome.StateFor(facts.Running, facts.InstanceType, facts.AllowResize, AcceptedTypes(instance, schedule, outcome));
        return new Judgement(outcome, desired, DecisionTable.Decide(
            facts, stored, desired, outcome.InstanceType, policy, StopFallsDue(facts.Running, stored, desired, schedule)));
    }

    /// <summary>What the schedule wants for the instance, a window of its own and an override included.</summary>
    public ScheduleOutcome OutcomeOf(Schedule schedule, ManagedInstance instance)
    {
        if (windows.OpenFor(schedule, instance) is { } window)
            return ScheduleEvaluator.Evaluate(schedule, instant, window);
        if (overrides.HeldFor(schedule, instance) is { } held)
            return ScheduleEvaluator.Evaluate(schedule, instant, held: held);
        if (_outcomes.TryGetValue(schedule.Name, out var known))
            return known;
        ReportIgnored(schedule);
        return _outcomes[schedule.Name] = ScheduleEvaluator.Evaluate(schedule, instant);
    }

    private void ReportIgnored(Schedule schedule)
    {
        if (!service.CanResize && schedule.Periods.Any(period => period.InstanceType is not null))
            problems.AddStanding("TypeIgnored", $"schedule \"{schedule.Name}\" asks for an instance type, and its databases keep theirs", id: null,
                "use a schedule without types for databases", ProblemSeverity.Warning);
        if (schedule.MaxUptime is not { } most)
            return;
        if (!service.TellsTransitions)
            problems.AddStanding("MaxUptimeIgnored", $"schedule \"{schedule.Name}\" has max_uptime {DurationText.Format(most)}, and RDS does not tell when a database was started", id: null,
                "use a schedule without max_uptime for databases", ProblemSeverity.Warning);
        else if (schedule.Enforced)
            problems.AddStanding("MaxUptimeIgnored", $"schedule \"{schedule.Name}\" has max_uptime {DurationText.Format(most)} beside enforced, which would start again at once what it stops", id: null,
                "use one of the two", ProblemSeverity.Warning);
    }

    private bool HasRunLongEnough(ManagedInstance instance, Schedule schedule) =>
        schedule.MaxUptime is { } most && instance.LaunchTime is { } launch && instant - launch >= most;

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
