using System.Collections.Immutable;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Properties of <c>Custom::ServiceInstanceSchedule</c> and of its periods.</summary>
internal static class ScheduleProperties
{
    public const string NoStackPrefix = "NoStackPrefix";
    public const string Name = "Name";
    public const string Description = "Description";
    public const string Timezone = "Timezone";
    public const string Enforced = "Enforced";
    public const string RetainRunning = "RetainRunning";
    public const string Hibernate = "Hibernate";
    public const string StopNewInstances = "StopNewInstances";
    public const string OverrideStatus = "OverrideStatus";
    public const string Overwrite = "Overwrite";
    public const string UseMaintenanceWindow = "UseMaintenanceWindow";
    public const string SsmMaintenanceWindow = "SsmMaintenanceWindow";
    public const string RespectManualStop = "RespectManualStop";
    public const string MaxUptime = "MaxUptime";
    public const string Metrics = "Metrics";
    public const string Periods = "Periods";

    /// <summary>Seconds after which the work is given up.</summary>
    public const string Timeout = "Timeout";

    /// <summary>As v1.x spells it.</summary>
    public const string MisspeltMaintenanceWindow = "UseMaintenaceWindow";

    public const string BeginTime = "BeginTime";
    public const string EndTime = "EndTime";
    public const string WeekDays = "WeekDays";
    public const string MonthDays = "MonthDays";
    public const string Months = "Months";
    public const string From = "From";
    public const string Until = "Until";
    public const string Years = "Years";
    public const string InstanceType = "InstanceType";

    /// <summary>Of a schedule, and of a period for itself.</summary>
    public const string Calendar = "Calendar";

    public static readonly ImmutableArray<string> OfSchedule =
    [
        Name, NoStackPrefix, Description, Timezone, Periods, OverrideStatus, Enforced, RetainRunning, Hibernate, StopNewInstances,
        UseMaintenanceWindow, SsmMaintenanceWindow, Metrics, Overwrite, Timeout, ResourceFields.ServiceToken, ResourceFields.ServiceTimeout,
        MisspeltMaintenanceWindow, Calendar, RespectManualStop, MaxUptime,
    ];

    public static readonly ImmutableArray<string> OfPeriod =
    [
        BeginTime, EndTime, WeekDays, MonthDays, Months, Description, InstanceType, From, Until, Years, Calendar,
    ];
}
