namespace InstanceScheduler.Cli.Aws;

/// <summary>Actions of the function, as the event names them.</summary>
internal static class ActionNames
{
    public const string CreatePeriod = "create-period";
    public const string UpdatePeriod = "update-period";
    public const string DeletePeriod = "delete-period";
    public const string DescribePeriods = "describe-periods";
    public const string CreateSchedule = "create-schedule";
    public const string UpdateSchedule = "update-schedule";
    public const string DeleteSchedule = "delete-schedule";
    public const string DescribeSchedules = "describe-schedules";
    public const string CreateCalendar = "create-calendar";
    public const string UpdateCalendar = "update-calendar";
    public const string DeleteCalendar = "delete-calendar";
    public const string DescribeCalendars = "describe-calendars";
    public const string CreateOverride = "create-override";
    public const string CancelOverride = "cancel-override";
    public const string DescribeOverrides = "describe-overrides";
    public const string DescribeScheduleUsage = "describe-schedule-usage";
    public const string DescribeConfiguration = "describe-configuration";
    public const string PutConfigurationItem = "put-configuration-item";
    public const string DeleteConfigurationItem = "delete-configuration-item";
    public const string DescribeStatus = "describe-status";
    public const string DescribeInstances = "describe-instances";
    public const string Preview = "preview";
    public const string Explain = "explain";

    private const string Reading = "describe-";

    public static bool OnlyReads(string action) => action is Preview or Explain || action.StartsWith(Reading, StringComparison.Ordinal);
}
