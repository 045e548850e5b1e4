namespace InstanceScheduler.Core.Decisions;

/// <summary>The last desired state saved for an instance.</summary>
public enum StoredState
{
    /// <summary>No entry: the instance is new to the scheduler.</summary>
    Unknown,

    /// <summary>Last wanted stopped (<c>stopped</c>).</summary>
    Stopped,

    /// <summary>Last wanted running (<c>running</c>).</summary>
    Running,

    /// <summary>The schedule had no wish (<c>any</c>).</summary>
    Any,

    /// <summary>Wanted stopped to be resized (<c>stopped_for_resize</c>).</summary>
    StoppedForResize,

    /// <summary>Ran already when its period began, and is spared at its end (<c>retain-running</c>).</summary>
    RetainRunning,

    /// <summary>A person stopped it while it should run, and it stays stopped until a person starts it (<c>retain-stopped</c>). v1.x reads this as no entry.</summary>
    RetainStopped,
}
