using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Ec2.Listing;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Explaining;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Lambda.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Makes of an instance that was found what is to be told of it.</summary>
internal static class InstanceStory
{
    /// <param name="found">The instance, and its target as a run would see it.</param>
    /// <param name="now">The instant that it was seen for.</param>
    /// <param name="isDryRun">Whether the scheduler only decides.</param>
    public static Story Of(FoundInstance found, Instant now, bool isDryRun)
    {
        var (view, instance) = (found.View, found.Instance);
        return view.Configuration.ScheduleOf(instance.Schedule ?? "") is { } schedule && instance.Untouchable is null
            ? OfManaged(view, instance, schedule, now) with { IsDryRun = isDryRun }
            : OfLeftAlone(instance, view.Configuration);
    }

    private static LeftAloneStory OfLeftAlone(ManagedInstance instance, SchedulerConfiguration configuration)
    {
        var name = instance.Schedule;
        var (why, detail) = name is null ? (WhyLeftAlone.TagIsEmpty, null)
            : configuration.IsIgnored(name) ? (WhyLeftAlone.TagSaysIgnore, null)
            : instance.Untouchable is { } untouchable ? (untouchable switch
            {
                InstanceReader.WhyAutoScaling => WhyLeftAlone.AutoScalingGroup,
                InstanceReader.WhyInstanceStore => WhyLeftAlone.InstanceStore,
                _ => WhyLeftAlone.CannotStop,
            }, untouchable)
            : configuration.ProblemOf(name) is { } problem ? (WhyLeftAlone.UnusableSchedule, problem.ToString())
            : (WhyLeftAlone.UnknownSchedule, (string?)null);
        return new LeftAloneStory(instance.Id, StateOf(instance), why, configuration.Settings.TagName)
        {
            Name = instance.Name,
            Schedule = name,
            Detail = detail,
            Meant = why == WhyLeftAlone.UnknownSchedule ? Suggestion.Nearest(name!, configuration.Schedules.Keys.Concat(configuration.Reserved.Keys)) : null,
        };
    }

    private static ManagedStory OfManaged(TargetView view, ManagedInstance instance, Schedule schedule, Instant now)
    {
        var (states, service) = (view.States, view.Service);
        var intent = states.IntentOf(instance.Id);
        // On its way it is left alone; what comes of it is what the first run makes of it that finds it arrived.
        var isOnItsWay = instance.State is not (PowerState.Running or PowerState.Stopped);
        var arrived = isOnItsWay ? instance with { State = ArrivalOf(instance, intent?.Wish.Kind, service) } : instance;
        // As that run begins: what earlier ones left open is settled in memory, and nothing of it is saved or told.
        var settling = new Settling(states, now, service.TellsTransitions, new ProblemList(), NullLogger.Instance);
        settling.Settle(arrived, now);

        var (outlook, outcome) = (view.OutlookFor(instance, schedule), view.Judge.OutcomeOf(schedule, instance));
        var (stored, isStoppedByPerson) = (states.StoredOf(instance.Id), StopReasons.IsByPerson(arrived, schedule, service.TellsTransitions));
        var judgement = view.Judge.Judge(arrived, schedule, stored, settling.WasRestartedByAws(instance.Id));
        var standing = new Standing(arrived.State == PowerState.Running, instance.InstanceType, stored)
        {
            AllowResize = service.CanResize,
            StoppedByPerson = isStoppedByPerson,
            Launch = arrived.State == PowerState.Running ? instance.LaunchTime : null,
            PreferredTypes = instance.PreferredTypes,
        };
        return new ManagedStory(instance.Id, StateOf(instance), instance.InstanceType, schedule, outcome)
        {
            Name = instance.Name,
            Held = outcome.Cause == OutcomeCause.TimedOverride ? outlook.HeldAt(now) : null,
            Desired = isOnItsWay ? outcome.State : judgement.Desired,
            Decision = isOnItsWay ? null : judgement.Decision,
            Pending = isOnItsWay && intent is { } awaited ? new PendingWish(awaited.Wish.Kind == WishKind.Start ? ScheduledAction.Start : ScheduledAction.Stop, awaited.Instant) : null,
            Next = isOnItsWay && judgement.Decision.Action != ScheduledAction.None
                ? Projection.AtArrival(outlook, judgement.Decision, now)
                : Projection.Next(outlook, standing.After(judgement.Decision, outcome.InstanceType, now), now),
            IsStoppedByPerson = isStoppedByPerson,
            Trouble = instance.Trouble,
        };
    }

    // Many a status says no more of a database than that it is busy, while it is stopped too: what was asked for is the better guess.
    private static PowerState ArrivalOf(ManagedInstance instance, WishKind? wish, IInstanceService service) =>
        instance.State == PowerState.Stopping || (!service.TellsTransitions && wish is not (null or WishKind.Start)) ? PowerState.Stopped : PowerState.Running;

    private static ActualState StateOf(ManagedInstance instance) => instance.State switch
    {
        PowerState.Running => ActualState.Running,
        PowerState.Pending => ActualState.Starting,
        PowerState.Stopping => ActualState.Stopping,
        _ => ActualState.Stopped,
    };
}
