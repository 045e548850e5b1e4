namespace InstanceScheduler.Core.Configuration;

/// <summary>Attribute names of the configuration table (behaviour pinned by v1.x).</summary>
public static class ConfigAttributes
{
#pragma warning disable CS1591 // The names are the documentation.
    public const string Type = "type";
    public const string Name = "name";
    public const string Description = "description";

    public const string BeginTime = "begintime";
    public const string EndTime = "endtime";
    public const string Weekdays = "weekdays";
    public const string MonthDays = "monthdays";
    public const string Months = "months";
    public const string From = "from";
    public const string Until = "until";
    public const string Years = "years";
    public const string Calendar = "calendar";

    public const string Holidays = "holidays";
    public const string Workdays = "workdays";
    public const string Extends = "extends";

    public const string Instance = "instance";
    public const string Schedule = "schedule";
    public const string Account = "account";
    public const string Service = "service";
    public const string Region = "region";
    public const string State = "state";
    public const string Begin = "begin";
    public const string End = "end";
    public const string Reason = "reason";
    public const string CreatedBy = "created_by";
    public const string Expires = "expires";

    public const string TimeZone = "timezone";
    public const string Periods = "periods";
    public const string OverrideStatus = "override_status";
    public const string Overwrite = "overwrite";
    public const string Enforced = "enforced";
    public const string RetainRunning = "retain_running";
    public const string Hibernate = "hibernate";
    public const string UseMaintenanceWindow = "use_maintenance_window";
    public const string StopNewInstances = "stop_new_instances";
    public const string SsmMaintenanceWindow = "ssm_maintenance_window";
    public const string RespectManualStop = "respect_manual_stop";
    public const string MaxUptime = "max_uptime";
    public const string UseMetrics = "use_metrics";
    public const string ConfiguredInStack = "configured_in_stack";
    public const string ConfiguredInResource = "configured_in_resource";
    public const string ConfiguredByRequests = "configured_by_requests";

    public const string TagName = "tagname";
    public const string DefaultTimeZone = "default_timezone";
    public const string Regions = "regions";
    public const string CrossAccountRoles = "cross_account_roles";
    public const string ScheduledServices = "scheduled_services";
    public const string ScheduleClusters = "schedule_clusters";
    public const string CreateRdsSnapshot = "create_rds_snapshot";
    public const string ScheduleLambdaAccount = "schedule_lambda_account";
    public const string Trace = "trace";
    public const string StartedTags = "started_tags";
    public const string StoppedTags = "stopped_tags";
    public const string MaxOverride = "max_override";
#pragma warning restore CS1591
}
