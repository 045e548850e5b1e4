namespace InstanceScheduler.Core.Decisions;

/// <summary>What a run does to an instance.</summary>
public enum ScheduledAction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Start it, after a type change where one is due.</summary>
    Start,

    /// <summary>Stop it.</summary>
    Stop,

    /// <summary>Stop it so that the next run can start it with another type; never hibernates.</summary>
    StopForResize,
}
