namespace InstanceScheduler.Aws.Invocation;

/// <summary>Field names of a <c>scheduler:run</c> event.</summary>
internal static class RunFields
{
    public const string Action = "action";
    public const string RunAction = "scheduler:run";
    public const string Account = "account";
    public const string Configuration = "configuration";
    public const string DispatchTime = "dispatch_time";

    public const string TagName = "tag_name";
    public const string DefaultTimeZone = "default_timezone";
    public const string Trace = "trace";
    public const string UseMetrics = "use_metrics";
    public const string ScheduleClusters = "schedule_clusters";
    public const string CreateRdsSnapshot = "create_rds_snapshot";
    public const string ScheduleLambdaAccount = "schedule_lambda_account";
    public const string DryRun = "dry_run";
    public const string StartedTags = "started_tags";
    public const string StoppedTags = "stopped_tags";
    public const string MaxOverride = "max_override";
    public const string Regions = "regions";
    public const string CrossAccountRoles = "cross_account_roles";
    public const string ScheduledServices = "scheduled_services";
    public const string Schedules = "schedules";
    public const string Periods = "periods";
    public const string Calendars = "calendars";
    public const string Overrides = "overrides";
}
