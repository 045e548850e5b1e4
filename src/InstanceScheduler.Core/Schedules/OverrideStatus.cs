namespace InstanceScheduler.Core.Schedules;

/// <summary>A fixed wish that wins over the periods of a schedule (<c>override_status</c>).</summary>
public enum OverrideStatus
{
    /// <summary>Always stopped.</summary>
    Stopped,

    /// <summary>Always running.</summary>
    Running,
}
