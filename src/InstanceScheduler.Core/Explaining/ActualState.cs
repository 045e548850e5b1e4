namespace InstanceScheduler.Core.Explaining;

/// <summary>How an instance is.</summary>
public enum ActualState
{
    /// <summary>Up.</summary>
    Running,

    /// <summary>Down.</summary>
    Stopped,

    /// <summary>On its way up.</summary>
    Starting,

    /// <summary>On its way down.</summary>
    Stopping,
}
