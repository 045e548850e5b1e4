using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Core.Decisions;

/// <summary>The rules that turn a wish, the last wish and the instance into an action. Pure, total, and read top to bottom.</summary>
public static class DecisionTable
{
    /// <summary>Decides for one instance.</summary>
    /// <param name="instance">The instance as it is now.</param>
    /// <param name="stored">Its entry from earlier runs.</param>
    /// <param name="desired">What its schedule wants for it now.</param>
    /// <param name="desiredType">Type it should start with; null: as it is.</param>
    /// <param name="policy">Options of its schedule.</param>
    /// <param name="stopFallsDue">Whether the end of a period that only stops came since the last run: what people started is stopped then.</param>
    public static Decision Decide(
        InstanceFacts instance, StoredState stored, DesiredState desired, string? desiredType, SchedulePolicy policy, bool stopFallsDue = false)
    {
        var decision = DecideKept(instance, stored, desired, policy)
            ?? DecideByEntry(instance, stored == StoredState.RetainStopped ? StoredState.Stopped : stored, desired, policy, stopFallsDue);
        // What is remembered stays: like a person's, the stop counts until the wish changes.
        if (instance is { Running: true, MaxUptimeReached: true } && decision.Action == ScheduledAction.None && !policy.Enforced)
            decision = decision with { Action = ScheduledAction.Stop, Reason = DecisionReason.MaxUptimeReached };

        var mustResize = decision.Action == ScheduledAction.Start && instance.AllowResize && desiredType is not null
            && !string.Equals(desiredType, instance.InstanceType, StringComparison.Ordinal);
        return mustResize ? decision with { ResizeTo = desiredType } : decision;
    }

    private static Decision DecideByEntry(
        InstanceFacts instance, StoredState stored, DesiredState desired, SchedulePolicy policy, bool stopFallsDue) =>
        stored == StoredState.RetainRunning ? DecideRetained(instance.Running, desired, policy)
            : instance is { Running: true, RestartedByAws: true } ? DecideRestarted(desired)
            : stored == StoredState.Unknown ? DecideNew(instance.Running, desired, policy)
            : policy.Enforced ? DecideEnforced(instance.Running, stored, desired, policy)
            : stopFallsDue && instance.Running && (stored, desired) == (StoredState.Stopped, DesiredState.Stopped) ? Decision.Stop(DecisionReason.StopFallsDue)
            : DecideKnown(instance.Running, stored, desired, policy);

    // What a person stopped stays stopped until a person starts it, or an override does. Null where that does not matter.
    private static Decision? DecideKept(InstanceFacts instance, StoredState stored, DesiredState desired, SchedulePolicy policy)
    {
        if (!policy.RespectManualStop || (policy.Enforced && !policy.UnderOverride))
            return null;
        var (isKept, isWanted) = (stored == StoredState.RetainStopped, desired == DesiredState.Running);
        var becomesKept = stored is StoredState.Running or StoredState.RetainRunning && isWanted && instance.StoppedByPerson;
        return instance switch
        {
            { Running: false } when isWanted && policy.UnderOverride => null,
            { Running: false } when isKept || becomesKept => Decision.Leave(StoredState.RetainStopped, DecisionReason.KeptStopped),
            { Running: true, RestartedByAws: true } when isKept && !(isWanted && policy.UnderOverride) =>
                new Decision(ScheduledAction.Stop, StoredState.RetainStopped, DecisionReason.RestartedByAws),
            { Running: true } when isKept && isWanted => Decision.Leave(StoredState.Running, DecisionReason.AlreadyAsWanted),
            _ => null,
        };
    }

    private static Decision DecideNew(bool running, DesiredState desired, SchedulePolicy policy) => (desired, running) switch
    {
        (DesiredState.Any, _) => Decision.Leave(StoredState.Any, DecisionReason.NoWish),
        (DesiredState.Running, false) => Decision.Start(DecisionReason.NewInstance),
        (DesiredState.Running, true) => Decision.Leave(StoredState.Running, DecisionReason.NewAndAsWanted),
        (DesiredState.StoppedForResize, true) => Decision.StopForResize(DecisionReason.NewInstance),
        (DesiredState.Stopped, true) when policy.StopNewInstances => Decision.Stop(DecisionReason.NewInstance),
        (DesiredState.Stopped, true) => Decision.Leave(StoredState.Stopped, DecisionReason.NewInstanceLeftRunning),
        (_, _) => Decision.Leave(StoredState.Stopped, DecisionReason.NewAndAsWanted),
    };

    // A retained instance is never acted on: it keeps its entry while its period runs, and loses it afterwards without a stop.
    // Under "enforced" only the end of the period takes the entry, once. An override is a person's wish of now: it starts it all the same.
    private static Decision DecideRetained(bool running, DesiredState desired, SchedulePolicy policy) => desired switch
    {
        DesiredState.Running when policy.UnderOverride && !running => Decision.Start(DecisionReason.OverrideHolds),
        DesiredState.Running => Decision.Leave(StoredState.RetainRunning, DecisionReason.WishUnchanged),
        DesiredState.Stopped when running => Decision.Leave(StoredState.Stopped, DecisionReason.SparedAtPeriodEnd),
        DesiredState.Stopped when !policy.Enforced => Decision.Leave(StoredState.Stopped, DecisionReason.AlreadyAsWanted),
        DesiredState.Stopped => Decision.Leave(StoredState.RetainRunning, DecisionReason.AlreadyAsWanted),
        DesiredState.Any when policy.Enforced => Decision.Leave(StoredState.RetainRunning, DecisionReason.NoWish),
        _ when policy.Enforced => Decision.Leave(StoredState.RetainRunning, DecisionReason.SparedAtPeriodEnd),
        DesiredState.StoppedForResize => Decision.Leave(StoredState.StoppedForResize, DecisionReason.SparedAtPeriodEnd),
        _ => Decision.Leave(StoredState.Any, DecisionReason.NoWish),
    };

    // Nobody wanted this start: neither is it respected like a person's, nor is the instance spared for having run before its period.
    private static Decision DecideRestarted(DesiredState desired) => desired switch
    {
        DesiredState.Any => Decision.Leave(StoredState.Any, DecisionReason.NoWish),
        DesiredState.Running => Decision.Leave(StoredState.Running, DecisionReason.AlreadyAsWanted),
        DesiredState.StoppedForResize => Decision.StopForResize(DecisionReason.RestartedByAws),
        _ => Decision.Stop(DecisionReason.RestartedByAws),
    };

    private static Decision DecideEnforced(bool running, StoredState stored, DesiredState desired, SchedulePolicy policy) => (desired, running) switch
    {
        (DesiredState.Any, _) => Decision.Leave(StoredState.Any, DecisionReason.NoWish),
        (DesiredState.Running, false) => Decision.Start(ReasonToEnforce(stored, desired, policy)),
        (DesiredState.Running, true) => Decision.Leave(StoredState.Running, DecisionReason.AlreadyAsWanted),
        (DesiredState.StoppedForResize, true) => Decision.StopForResize(ReasonToEnforce(stored, desired, policy)),
        (DesiredState.Stopped, true) => Decision.Stop(ReasonToEnforce(stored, desired, policy)),
        (_, _) => Decision.Leave(StoredState.Stopped, DecisionReason.AlreadyAsWanted),
    };

    // At a boundary it is the wish that changed; between two of them it was a person who changed the instance.
    private static DecisionReason ReasonToEnforce(StoredState stored, DesiredState desired, SchedulePolicy policy) =>
        stored != EntryOf(desired) ? DecisionReason.WishChanged
        : policy.UnderOverride ? DecisionReason.OverrideHolds
        : DecisionReason.Enforced;

    private static Decision DecideKnown(bool running, StoredState stored, DesiredState desired, SchedulePolicy policy) => (desired, running) switch
    {
        _ when stored == EntryOf(desired) => Decision.Leave(stored, DecisionReason.WishUnchanged),
        (DesiredState.Any, _) => Decision.Leave(StoredState.Any, DecisionReason.NoWish),
        (DesiredState.Running, false) => Decision.Start(DecisionReason.WishChanged),
        (DesiredState.Running, true) when stored == StoredState.Stopped && policy.RetainRunning =>
            Decision.Leave(StoredState.RetainRunning, DecisionReason.RanBeforePeriod),
        (DesiredState.Running, true) => Decision.Leave(StoredState.Running, DecisionReason.AlreadyAsWanted),
        (DesiredState.StoppedForResize, true) => Decision.StopForResize(DecisionReason.WishChanged),
        (DesiredState.Stopped, true) => Decision.Stop(DecisionReason.WishChanged),
        (_, _) => Decision.Leave(StoredState.Stopped, DecisionReason.AlreadyAsWanted),
    };

    private static StoredState EntryOf(DesiredState desired) => desired switch
    {
        DesiredState.Running => StoredState.Running,
        DesiredState.Stopped => StoredState.Stopped,
        DesiredState.StoppedForResize => StoredState.StoppedForResize,
        _ => StoredState.Any,
    };
}
