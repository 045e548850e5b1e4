using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Closes the loop of earlier runs: an action is done when its instance is seen in the state that was wished for.</summary>
/// <param name="states">What is remembered.</param>
/// <param name="instant">The run's instant.</param>
/// <param name="tellsTransitions">Whether the service tells when and why an instance stopped.</param>
/// <param name="problems">What goes wrong.</param>
/// <param name="logger">Logger with the target's fields.</param>
internal sealed partial class Settling(
    InstanceStates states, Instant instant, bool tellsTransitions, ProblemList problems, ILogger logger)
{
    private static readonly Duration LongestTransition = Duration.FromHours(1);

    private readonly HashSet<string> _restarted = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ManagedInstance>.Builder _failedStarts = ImmutableArray.CreateBuilder<ManagedInstance>();

    /// <summary>Instances whose start AWS accepted, and which stopped again by themselves.</summary>
    public ImmutableArray<ManagedInstance> FailedStarts => _failedStarts.ToImmutable();

    /// <summary>Whether AWS started the instance by itself, as it does with databases that were stopped for seven days.</summary>
    public bool WasRestartedByAws(string id) => _restarted.Contains(id);

    /// <summary>Settles the instance's intent. False while the action is still under way.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="listed">When it was listed: later than the instant, where the event was late.</param>
    public bool Settle(ManagedInstance instance, Instant listed)
    {
        var id = instance.Id;
        if (states.HasUnreadableIntent(id))
            states.Finish(id);
        var isSettled = states.IntentOf(id) is not { } intent || Settle(instance, intent);
        if (isSettled)
            FollowRestart(instance, listed);
        return isSettled;
    }

    private bool Settle(ManagedInstance instance, Intent intent)
    {
        var settlement = IntentSettlement.Of(intent, instance, states.StoredOf(instance.Id), instant, tellsTransitions);
        if (!settlement.IsSettled)
        {
            if (instant - intent.Instant >= LongestTransition && instance.Trouble is null)
                problems.AddStanding("StuckInTransition", $"asked to {intent.Wish} more than an hour ago, and still {Words(instance.State)}", instance.Id,
                    "look at it in the console; a forced stop may help");
            return false;
        }

        if (settlement.Store is { } stored)
            states.Store(instance.Id, stored);
        var hasFailed = settlement.Outcome == IntentOutcome.Failed;
        if (hasFailed && intent.Wish.Kind == WishKind.Start)
            _failedStarts.Add(instance);
        else if (hasFailed)
            problems.Add("StopFellBack", "was to be stopped, and runs as before", instance.Id, "the schedule decides again; look at its events in the console if it stays");
        else if (settlement.Outcome == IntentOutcome.UndoneByPerson && intent.Wish.Kind != WishKind.Start && !tellsTransitions)
            problems.Add("StopUnconfirmed", "was to be stopped, and runs: taken for started by a person since, which is respected", instance.Id,
                "look at its events in the console; stop it by hand if nobody started it", ProblemSeverity.Warning);
        states.Finish(instance.Id);
        LogSettled(LevelOf(settlement.Outcome), instance.Id, intent.Wish.ToString(), settlement.Outcome, instance.State);
        return true;
    }

    // A database seen up before the time that AWS had named was started by a person; afterwards, by AWS.
    private void FollowRestart(ManagedInstance instance, Instant listed)
    {
        var id = instance.Id;
        if (instance is { State: PowerState.Stopped, AutomaticRestart: { } time })
        {
            states.NoteRestart(id, time);
            return;
        }

        if (states.RestartOf(id) is not { } restart || instance.State is not (PowerState.Running or PowerState.Pending))
            return;
        var isByAws = listed >= restart;
        if (isByAws && instance.State == PowerState.Pending)
            return;
        states.Finish(id);
        var stored = states.StoredOf(id);
        if (!isByAws || stored == StoredState.RetainRunning)
            return;

        // As if it had been wanted up until now: should a stop fail, it is tried again. But what a person stopped is not wanted.
        if (stored != StoredState.RetainStopped)
            states.Store(id, StoredState.Running);
        _restarted.Add(id);
        LogRestarted(id, InstantPattern.General.Format(restart));
    }

    private static LogLevel LevelOf(IntentOutcome outcome) => outcome switch
    {
        IntentOutcome.Failed => LogLevel.Warning,
        IntentOutcome.UndoneByPerson => LogLevel.Information,
        _ => LogLevel.Debug,
    };

    private static string Words(PowerState state) => state == PowerState.Pending ? "starting" : "stopping";

    [LoggerMessage(EventName = "IntentSettled", Message = "{Instance}: the wish to {Wish} is {Outcome}, it is {State}")]
    private partial void LogSettled(LogLevel level, string instance, string wish, IntentOutcome outcome, PowerState state);

    [LoggerMessage(EventName = "RestartedByAws", Level = LogLevel.Information,
        Message = "{Instance} was started by AWS, which does not leave databases stopped for more than seven days (due {Due}): its schedule is applied again")]
    private partial void LogRestarted(string instance, string due);
}
