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
        // As the next run begins: what earlier ones left open is settled in memory, and nothing of it is saved or told.
        var settling = new Settling(states, now, service.TellsTransitions, new ProblemList(), NullLogger.Instance);
        var isSettled = settling.Settle(instance, now);
        var isDecided = isSettled && instance.State is PowerState.Running or PowerState.Stopped;
        var stored = isSettled ? states.StoredOf(instance.Id) : StoredAfter(intent, states.StoredOf(instance.Id));

        var (outlook, outcome) = (view.OutlookFor(instance, schedule), view.Judge.OutcomeOf(schedule, instance));
        var judgement = isDecided ? view.Judge.Judge(instance, schedule, stored, settling.WasRestartedByAws(instance.Id)) : (Judgement?)null;
        var isStoppedByPerson = StopReasons.IsByPerson(instance, schedule, service.TellsTransitions);
        // Of what is on its way, how it will arrive.
        var wish = isSettled ? null : intent?.Wish.Kind;
        var isOn = instance.State is PowerState.Running or PowerState.Pending;
        var runs = wish is null ? isOn : wish == WishKind.Start;
        var standing = new Standing(runs, instance.InstanceType, stored)
        {
            AllowResize = service.CanResize,
            StoppedByPerson = isStoppedByPerson,
            Launch = runs && isOn ? instance.LaunchTime : null,
            PreferredTypes = instance.PreferredTypes,
        };
        return new ManagedStory(instance.Id, StateOf(instance), instance.InstanceType, schedule, outcome)
        {
            Name = instance.Name,
            Held = outcome.Cause == OutcomeCause.TimedOverride ? outlook.HeldAt(now) : null,
            Desired = judgement?.Desired ?? outcome.State,
            Decision = judgement?.Decision,
            Pending = !isSettled && intent is { } awaited ? new PendingWish(awaited.Wish.Kind == WishKind.Start ? ScheduledAction.Start : ScheduledAction.Stop, awaited.Instant) : null,
            Next = Projection.Next(outlook, judgement is { } judged ? standing.After(judged.Decision, outcome.InstanceType, now) : standing, now),
            IsStoppedByPerson = isStoppedByPerson,
            Trouble = instance.Trouble,
        };
    }

    // What it will be settled as when it is done.
    private static StoredState StoredAfter(Intent? intent, StoredState stored) => intent?.Wish.Kind switch
    {
        WishKind.Start => StoredState.Running,
        WishKind.Stop or WishKind.Resize => StoredState.Stopped,
        _ => stored,
    };

    private static ActualState StateOf(ManagedInstance instance) => instance.State switch
    {
        PowerState.Running => ActualState.Running,
        PowerState.Pending => ActualState.Starting,
        PowerState.Stopping => ActualState.Stopping,
        _ => ActualState.Stopped,
    };
}
