using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;
using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>What an earlier run's intent came to, judged by the instance as it is now.</summary>
/// <param name="IsSettled">Whether the intent is done with; else it waits, and the instance is left alone.</param>
/// <param name="Store">State to remember before the rules decide; null: the old entry stands.</param>
/// <param name="Outcome">What became of the action.</param>
internal readonly record struct IntentSettlement(bool IsSettled, StoredState? Store, IntentOutcome Outcome)
{
    private static readonly IntentSettlement Waits = new(false, null, IntentOutcome.UnderWay);

    // No service stops and starts an instance again within this time: whoever runs has never stopped.
    private static readonly Duration ShortestRoundTrip = Duration.FromMinutes(10);

    /// <param name="intent">What was wished for.</param>
    /// <param name="instance">The instance now.</param>
    /// <param name="stored">Its entry.</param>
    /// <param name="now">The run's instant.</param>
    /// <param name="tellsTransitions">Whether its service tells when and why it stopped.</param>
    public static IntentSettlement Of(Intent intent, ManagedInstance instance, StoredState stored, Instant now, bool tellsTransitions) =>
        (intent.Wish.Kind, instance.State) switch
        {
            // Ours, not a human's: it never becomes "retain-running".
            (WishKind.Start, PowerState.Running) => new IntentSettlement(true, StoredState.Running, IntentOutcome.Confirmed),
            (WishKind.Start, PowerState.Stopped) when !tellsTransitions => OfUntoldStop(stored),
            (WishKind.Start, PowerState.Stopped) => OfStartThatIsStopped(intent, instance, stored),
            (WishKind.Pause, PowerState.Stopped) => new IntentSettlement(true, null, IntentOutcome.Confirmed),
            (WishKind.Pause, PowerState.Running) => OfPauseThatRuns(intent, instance),
            (_, PowerState.Stopped) => new IntentSettlement(true, StoredState.Stopped, IntentOutcome.Confirmed),
            (_, PowerState.Running) => OfStopThatRuns(intent, instance, stored, now),
            _ => Waits,
        };

    // Stored as running: AWS had accepted the start. Else the run may have died before it asked.
    private static IntentSettlement OfUntoldStop(StoredState stored) =>
        new(true, DecideAgain(stored), stored == StoredState.Running ? IntentOutcome.Failed : IntentOutcome.NeverBegan);

    private static IntentSettlement OfStartThatIsStopped(Intent intent, ManagedInstance instance, StoredState stored)
    {
        var isHumanStop = StopReasons.IsByPerson(instance.StateReason);
        if (instance.LastTransition is { } time)
        {
            if (time < intent.Instant)
                return new IntentSettlement(true, DecideAgain(stored), IntentOutcome.NeverBegan);
            return isHumanStop
                ? new IntentSettlement(true, StoredState.Running, IntentOutcome.UndoneByPerson)
                : new IntentSettlement(true, StoredState.Stopped, IntentOutcome.Failed);
        }

        // Without a time the launch tells that the start took hold; without either nobody can tell an old stop from a new one,
        // so that it is started again. A failure is told by its code.
        if (instance.StateReason is not null && !isHumanStop)
            return new IntentSettlement(true, StoredState.Stopped, IntentOutcome.Failed);
        return isHumanStop && instance.LaunchTime >= intent.Instant
            ? new IntentSettlement(true, StoredState.Running, IntentOutcome.UndoneByPerson)
            : new IntentSettlement(true, DecideAgain(stored), IntentOutcome.NeverBegan);
    }

    // Accepted, and still the same run of the instance: the stop failed, and is decided on again. Launched since: a person's
    // start, which is respected. Else AWS never accepted the stop, and the rules decide from the old entry.
    private static IntentSettlement OfStopThatRuns(Intent intent, ManagedInstance instance, StoredState stored, Instant now)
    {
        var wasLaunchedSince = instance.LaunchTime > intent.Instant;
        if (stored != StoredState.Stopped)
            return wasLaunchedSince && stored != StoredState.Unknown
                ? new IntentSettlement(true, StoredState.Stopped, IntentOutcome.UndoneByPerson)
                : new IntentSettlement(true, null, IntentOutcome.NeverBegan);
        var neverStopped = instance.LaunchTime is null ? now - intent.Instant < ShortestRoundTrip : !wasLaunchedSince;
        return neverStopped
            ? new IntentSettlement(true, StoredState.Running, IntentOutcome.Failed)
            : new IntentSettlement(true, null, IntentOutcome.UndoneByPerson);
    }

    // What is remembered was never changed, so that nothing tells whether AWS accepted it. Decided on again, it stops when it still should.
    private static IntentSettlement OfPauseThatRuns(Intent intent, ManagedInstance instance) =>
        new(true, null, instance.LaunchTime > intent.Instant ? IntentOutcome.UndoneByPerson : IntentOutcome.NeverBegan);

    // Remembered as running it would be left alone. What else is remembered stays: a new instance is decided on as a new one.
    private static StoredState? DecideAgain(StoredState stored) => stored == StoredState.Running ? StoredState.Stopped : null;
}
