namespace InstanceScheduler.Checker.Storm;

/// <summary>What the scheduler brought about.</summary>
public enum Act
{
    /// <summary>A start.</summary>
    Start,

    /// <summary>A stop.</summary>
    Stop,
}
