using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>What describes a schedule.</summary>
internal static class ScheduleParameters
{
    public static IReadOnlyList<Parameter> All =>
    [
        new TextParameter(ConfigAttributes.Name, "--name", "Name of the schedule: the value of the instances' tag", "name", isRequired: true),
        new TextParameter(ConfigAttributes.Description, "--description", "What it is for", "text"),
        new TextParameter(ConfigAttributes.TimeZone, "--timezone", "Zone of its times, such as Asia/Shanghai. Default: the configuration's", "zone"),
        new TextParameter(ConfigAttributes.Periods, "--periods", "Names of its periods, each with an instance type where wanted: office-hours,month-end@m5.large", "list"),
        new TextParameter(ConfigAttributes.Calendar, "--calendar", "What tells its holidays and make-up days: cn, or a calendar of your own. Default: nothing does", "name", values: ["cn"]),
        new TextParameter(ConfigAttributes.OverrideStatus, "--override-status", "Always running or always stopped, whatever the periods say", "running|stopped", values: ["running", "stopped"]),
        new TextParameter(ConfigAttributes.SsmMaintenanceWindow, "--ssm-maintenance-window", "Name of a Systems Manager maintenance window in which instances run", "name"),
        new FlagParameter(ConfigAttributes.StopNewInstances, "Stop instances that are seen for the first time, running outside the periods. Default: true", true, "--stop-new-instances")
        {
            Opposite = FlagParameter.Flag("Leave them alone until the next period ends", "--do-not-stop-new-instances"),
        },
        new FlagParameter(ConfigAttributes.UseMaintenanceWindow, "Run instances in their maintenance windows", false, "--use-maintenance-window"),
        new FlagParameter(ConfigAttributes.RetainRunning, "Do not stop at the end of a period what ran before it began", false, "--retain-running"),
        new FlagParameter(ConfigAttributes.Enforced, "Undo manual starts and stops", false, "--enforced"),
        new FlagParameter(ConfigAttributes.Hibernate, "Hibernate instead of stopping where an instance can", false, "--hibernate"),
        new FlagParameter(ConfigAttributes.RespectManualStop, "Leave stopped what a person stopped, until a person starts it", null, "--respect-manual-stop"),
        new TextParameter(ConfigAttributes.MaxUptime, "--max-uptime", "Stop EC2 instances that have run this long: 8h, 90m, 2d", "length"),
        new FlagParameter(ConfigAttributes.UseMetrics, "Send metrics of this schedule", null, "--use-metrics", "--metrics"),
    ];
}
