using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Core.Tests.Decisions;

/// <summary>The rules as they were before there were overrides, respect_manual_stop and max_uptime: where none is used, nothing may differ.</summary>
internal static class FormerDecisionTable
{
    public static Decision Decide(
        InstanceFacts instance, StoredState stored, DesiredState desired, string? desiredType, SchedulePolicy policy, bool stopFallsDue = false)
    {
        var decision = stored == StoredState.RetainRunning ? DecideRetained(instance.Running, desired, policy)
            : instance is { Running: true, RestartedByAws: true } ? DecideRestarted(desired)
            : stored == StoredState.Unknown ? DecideNew(instance.Running, desired, policy)
            : policy.Enforced ? DecideEnforced(instance.Running, stored, desired)
            : stopFallsDue && instance.Running && (stored, desired) == (StoredState.Stopped, DesiredState.Stopped) ? Decision.Stop(DecisionReason.StopFallsDue)
            : DecideKnown(instance.Running, stored, desired, policy);

        var mustResize = decision.Action == ScheduledAction.Start && instance.AllowResize && desiredType is not null
            && !string.Equals(desiredType, instance.InstanceType, StringComparison.Ordinal);
        return mustResize ? decision with { ResizeTo = desiredType } : decision;
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
    // Under "enforced" only the end of the period takes the entry, once.
    private static Decision DecideRetained(bool running, DesiredState desired, SchedulePolicy policy) => desired switch
    {
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

    private static Decision DecideEnforced(bool running, StoredState stored, DesiredState desired) => (desired, running) switch
    {
        (DesiredState.Any, _) => Decision.Leave(StoredState.Any, DecisionReason.NoWish),
        (DesiredState.Running, false) => Decision.Start(ReasonToEnforce(stored, desired)),
        (DesiredState.Running, true) => Decision.Leave(StoredState.Running, DecisionReason.AlreadyAsWanted),
        (DesiredState.StoppedForResize, true) => Decision.StopForResize(ReasonToEnforce(stored, desired)),
        (DesiredState.Stopped, true) => Decision.Stop(ReasonToEnforce(stored, desired)),
        (_, _) => Decision.Leave(StoredState.Stopped, DecisionReason.AlreadyAsWanted),
    };

    // At a boundary it is the wish that changed; between two of them it was a person who changed the instance.
    private static DecisionReason ReasonToEnforce(StoredState stored, DesiredState desired) =>
        stored == EntryOf(desired) ? DecisionReason.Enforced : DecisionReason.WishChanged;

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
