namespace InstanceScheduler.Core.Decisions;

/// <summary>Which line of the decision table applied.</summary>
public enum DecisionReason
{
    /// <summary>The schedule has no wish.</summary>
    NoWish,

    /// <summary>First seen, and as it should be.</summary>
    NewAndAsWanted,

    /// <summary>First seen, and acted on.</summary>
    NewInstance,

    /// <summary>First seen running outside its periods, and <c>stop_new_instances</c> is off.</summary>
    NewInstanceLeftRunning,

    /// <summary>The wish changed since the last run.</summary>
    WishChanged,

    /// <summary>The wish changed, and the instance already is as wanted.</summary>
    AlreadyAsWanted,

    /// <summary>Same wish as last time: what people did since then is respected.</summary>
    WishUnchanged,

    /// <summary><c>enforced</c>: the instance differs from the wish.</summary>
    Enforced,

    /// <summary>It ran before its period began: it will be spared at the end (<c>retain_running</c>).</summary>
    RanBeforePeriod,

    /// <summary>It ran before its period began and is spared now (<c>retain_running</c>).</summary>
    SparedAtPeriodEnd,

    /// <summary>AWS started a database that had been stopped for seven days: the wish is applied again.</summary>
    RestartedByAws,

    /// <summary>The end of a period that only stops came: what people started before is stopped, whatever the last wish was.</summary>
    StopFallsDue,

    /// <summary>A timed override holds, and undoes what a person did meanwhile.</summary>
    OverrideHolds,

    /// <summary>A person stopped it, and it stays stopped until a person starts it (<c>respect_manual_stop</c>).</summary>
    KeptStopped,

    /// <summary>It has run as long as it may (<c>max_uptime</c>).</summary>
    MaxUptimeReached,
}
