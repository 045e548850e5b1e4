namespace InstanceScheduler.Core.Configuration;

/// <summary>Values of the configuration table's hash key, and the one range key that is fixed.</summary>
public static class ConfigTypes
{
    /// <summary>The scheduler's own settings.</summary>
    public const string Config = "config";

    /// <summary>A period.</summary>
    public const string Period = "period";

    /// <summary>A schedule.</summary>
    public const string Schedule = "schedule";

    /// <summary>A workday calendar.</summary>
    public const string Calendar = "calendar";

    /// <summary>A wish that wins over schedules for a while.</summary>
    public const string Override = "override";

    /// <summary>Name of the one <c>config</c> item.</summary>
    public const string SchedulerItem = "scheduler";
}
