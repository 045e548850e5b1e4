namespace InstanceScheduler.Checker;

/// <summary>What follows from what is remembered, wanted and seen, by section 7 of the contract read afresh.</summary>
internal static class EntryRule
{
    /// <param name="entry">What is remembered of the instance; null: nothing.</param>
    /// <param name="wish">What its schedule wants.</param>
    /// <param name="instance">How it stands: running or stopped.</param>
    /// <param name="flags">Options of its schedule.</param>
    public static Outcome Of(string? entry, Wish wish, Sighting instance, ScheduleFlags flags)
    {
        var isRunning = instance.State == "running";
        var mustResize = isRunning && wish.State == "running" && wish.Type is not null && instance.Type is not null && wish.Type != instance.Type;
        // Spared: it keeps the mark while it should run, and loses it afterwards without being stopped.
        if (entry == "retain-running")
            return new Outcome(instance.State, wish.State == "running" ? entry : wish.State);
        // Nothing new is wanted, so that whatever a person did stands.
        if (entry == wish.State && !mustResize && !flags.Enforced && !instance.RestartedByAws)
            return new Outcome(instance.State, wish.State);
        // A newcomer, left running on request.
        if (wish.State == "stopped" && isRunning && entry is null && !instance.RestartedByAws && !flags.StopNewInstances)
            return new Outcome(instance.State, wish.State);
        if (mustResize)
            return new Outcome("stopped", "stopped");
        if (wish.State == "any")
            return new Outcome(instance.State, wish.State);
        var ranBefore = wish.State == "running" && isRunning && entry == "stopped" && !instance.RestartedByAws;
        return new Outcome(wish.State, ranBefore && flags is { RetainRunning: true, Enforced: false } ? "retain-running" : wish.State);
    }
}
