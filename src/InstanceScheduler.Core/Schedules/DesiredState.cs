namespace InstanceScheduler.Core.Schedules;

/// <summary>What a schedule wants for an instance at an instant.</summary>
public enum DesiredState
{
    /// <summary>The instance should not run.</summary>
    Stopped,

    /// <summary>The instance should run.</summary>
    Running,

    /// <summary>The schedule has no wish: leave the instance as it is.</summary>
    Any,

    /// <summary>The instance should run with another type: stop it now, start it resized on the next run.</summary>
    StoppedForResize,
}
