using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Lambda.Scheduling;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>What is known of an instance, and what its schedule wants of it now.</summary>
/// <param name="Target">Where it is.</param>
/// <param name="Instance">The instance as its service lists it.</param>
/// <param name="Stored">Its entry; null: it has none.</param>
/// <param name="Desired">What its schedule wants; null: nothing, since the scheduler leaves it alone.</param>
/// <param name="Reason">Why.</param>
internal sealed record InstanceInsight(Target Target, ManagedInstance Instance, string? Stored, string? Desired, string Reason)
{
    public static InstanceInsight Of(Target target, ManagedInstance instance, InstanceStates states, SchedulerConfiguration configuration, InstanceJudge judge)
    {
        var stored = states.StoredOf(instance.Id);
        var entry = stored == StoredState.Unknown ? null : StoredStates.NameOf(stored);
        if (WhyLeftAlone(instance, configuration) is { } why)
            return new InstanceInsight(target, instance, entry, Desired: null, why);

        var schedule = configuration.ScheduleOf(instance.Schedule!)!;
        var underWay = states.IntentOf(instance.Id) is { } intent ? $"; asked to {intent.Wish} at {intent.Instant}" : "";
        if (instance.State is not (PowerState.Running or PowerState.Stopped))
        {
            var outcome = judge.OutcomeOf(schedule, instance);
            return new InstanceInsight(target, instance, entry, NameOf(outcome.State), $"{outcome.Explain(schedule.Name)}; in transition{underWay}");
        }

        var judgement = judge.Judge(instance, schedule, stored, isRestartedByAws: false);
        return new InstanceInsight(target, instance, entry, NameOf(judgement.Desired), judgement.Explain(schedule.Name) + underWay);
    }

    /// <summary>Why the scheduler does nothing to an instance; null: it has a schedule that can be used.</summary>
    public static string? WhyLeftAlone(ManagedInstance instance, SchedulerConfiguration configuration) =>
        instance.Schedule is not { } name ? "its schedule tag is empty"
        : configuration.IsIgnored(name) ? $"its schedule tag says {ReservedTags.Explain(name)}"
        : instance.Untouchable is { } why ? $"never started or stopped: {why}"
        : configuration.ScheduleOf(name) is null ? configuration.WhyUnusable(name)
        : null;

    /// <summary>The word for a wish.</summary>
    public static string NameOf(DesiredState desired) => desired switch
    {
        DesiredState.Running => "running",
        DesiredState.Stopped => "stopped",
        DesiredState.StoppedForResize => "stopped_for_resize",
        _ => "any",
    };
}
