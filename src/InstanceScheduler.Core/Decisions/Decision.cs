namespace InstanceScheduler.Core.Decisions;

/// <summary>What to do with one instance, what to remember when that succeeded, and why.</summary>
/// <param name="Action">What to do.</param>
/// <param name="NextStored">Entry after the run; an action that fails leaves the old entry.</param>
/// <param name="Reason">Which rule applied.</param>
/// <param name="ResizeTo">Type to set before a start; null: none.</param>
public readonly record struct Decision(ScheduledAction Action, StoredState NextStored, DecisionReason Reason, string? ResizeTo = null)
{
    internal static Decision Leave(StoredState next, DecisionReason reason) => new(ScheduledAction.None, next, reason);

    internal static Decision Start(DecisionReason reason) => new(ScheduledAction.Start, StoredState.Running, reason);

    internal static Decision Stop(DecisionReason reason) => new(ScheduledAction.Stop, StoredState.Stopped, reason);

    internal static Decision StopForResize(DecisionReason reason) => new(ScheduledAction.StopForResize, StoredState.Stopped, reason);

    /// <summary>Half a sentence for logs, notices and reports.</summary>
    public string Explain() => Reason switch
    {
        DecisionReason.NoWish => "left as it is",
        DecisionReason.NewAndAsWanted => "seen for the first time, already as wanted",
        DecisionReason.NewInstance => "seen for the first time",
        DecisionReason.NewInstanceLeftRunning => "seen for the first time running, and stop_new_instances is off",
        DecisionReason.WishChanged => "the wish changed since the last run",
        DecisionReason.AlreadyAsWanted => "already as wanted",
        DecisionReason.WishUnchanged => "same wish as last time, manual changes are respected",
        DecisionReason.Enforced => "enforced, undoing a manual change",
        DecisionReason.RanBeforePeriod => "ran before its period began, and will be spared at the end (retain_running)",
        DecisionReason.RestartedByAws => "AWS restarted it after seven days, so the wish is applied again",
        DecisionReason.StopFallsDue => "the end of a period that only stops, which also stops what people started",
        DecisionReason.OverrideHolds => "undoing a manual change, which the override does not allow",
        DecisionReason.KeptStopped => "a person stopped it, so it stays stopped until a person starts it (respect_manual_stop)",
        DecisionReason.MaxUptimeReached => "it has run as long as max_uptime allows",
        _ => "ran before its period began, and is spared now (retain_running)",
    };
}
