namespace InstanceScheduler.Lambda.Tests.Migration;

/// <summary>Tables as older versions left them, on Monday 2026-11-23 at 20:00 in Shanghai: what Python wrote, and what people edited by hand.</summary>
internal static class OldTables
{
    /// <summary>The configuration item of v1.3: every parameter of its stack.</summary>
    public const string ConfigOfV13 = """
        {"type":{"S":"config"},"name":{"S":"scheduler"},"tagname":{"S":"Schedule"},"default_timezone":{"S":"Asia/Shanghai"},"trace":{"BOOL":true},
         "use_metrics":{"BOOL":true},"regions":{"SS":["cn-north-1"]},"scheduled_services":{"SS":["ec2","rds"]},"schedule_clusters":{"BOOL":false},
         "create_rds_snapshot":{"BOOL":true},"schedule_lambda_account":{"BOOL":true},"started_tags":{"S":"ScheduleMessage=Started on {year}/{month}/{day}"},
         "stopped_tags":{"S":"ScheduleMessage=Stopped on {year}/{month}/{day}"}}
        """;

    /// <summary>That of the older China port, which knew neither clusters nor the choice of snapshots.</summary>
    public const string ConfigOfSeed = """
        {"type":{"S":"config"},"name":{"S":"scheduler"},"tagname":{"S":"Schedule"},"default_timezone":{"S":"Asia/Shanghai"},"trace":{"BOOL":false},
         "use_metrics":{"BOOL":false},"regions":{"SS":["cn-north-1"]},"scheduled_services":{"SS":["ec2","rds"]},"schedule_lambda_account":{"BOOL":true}}
        """;

    public static string[] Periods { get; } =
    [
        // The samples that every version makes.
        """{"type":{"S":"period"},"name":{"S":"working-days"},"description":{"S":"Working days"},"weekdays":{"SS":["mon-fri"]}}""",
        """{"type":{"S":"period"},"name":{"S":"weekends"},"description":{"S":"Days in weekend"},"weekdays":{"SS":["sat-sun"]}}""",
        """{"type":{"S":"period"},"name":{"S":"office-hours"},"description":{"S":"Office hours"},"begintime":{"S":"09:00"},"endtime":{"S":"17:00"},"weekdays":{"SS":["mon-fri"]}}""",
        """{"type":{"S":"period"},"name":{"S":"first-monday-in-quarter"},"description":{"S":"Every first monday of each quarter"},"months":{"SS":["jan/3"]},"weekdays":{"SS":["mon#1"]}}""",
        // Of a stack's custom resource.
        """{"type":{"S":"period"},"name":{"S":"payroll-hours-period-0001"},"begintime":{"S":"10:00"},"endtime":{"S":"16:00"},"weekdays":{"SS":["mon-fri"]},"configured_in_stack":{"S":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/payroll/1a2b"}}""",
        // Edited in the console: texts instead of sets, an hour with one digit, no description.
        """{"type":{"S":"period"},"name":{"S":"early"},"begintime":{"S":"7:30"},"endtime":{"S":"12:00"},"weekdays":{"S":"mon, tue,wed"}}""",
        """{"type":{"S":"period"},"name":{"S":"from-nine"},"begintime":{"S":"09:00"},"weekdays":{"L":[{"S":"mon-fri"}]}}""",
    ];

    public static string[] Schedules { get; } =
    [
        // As create-schedule and the samples wrote them: every flag as a BOOL.
        """{"type":{"S":"schedule"},"name":{"S":"cn-office-hours"},"description":{"S":"Office hours in China"},"timezone":{"S":"Asia/Shanghai"},"periods":{"SS":["office-hours"]},"enforced":{"BOOL":false},"retain_running":{"BOOL":false},"stop_new_instances":{"BOOL":true},"hibernate":{"BOOL":false},"use_maintenance_window":{"BOOL":false},"use_metrics":{"BOOL":true}}""",
        """{"type":{"S":"schedule"},"name":{"S":"uk-office-hours"},"description":{"S":"Office hours in UK"},"timezone":{"S":"Europe/London"},"periods":{"SS":["office-hours"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"seattle-office-hours"},"description":{"S":"Office hours in Seattle (Pacific)"},"timezone":{"S":"US/Pacific"},"periods":{"SS":["office-hours"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"stopped"},"description":{"S":"Instances stopped"},"override_status":{"S":"stopped"},"use_metrics":{"BOOL":false}}""",
        """{"type":{"S":"schedule"},"name":{"S":"running"},"description":{"S":"Instances running"},"override_status":{"S":"running"},"use_metrics":{"BOOL":false}}""",
        """{"type":{"S":"schedule"},"name":{"S":"scale-up-down"},"description":{"S":"Vertical scaling on weekdays, based on UTC time"},"timezone":{"S":"UTC"},"periods":{"SS":["weekends@t2.nano","working-days@t2.micro"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"quarterly"},"periods":{"SS":["first-monday-in-quarter"]}}""",
        // Of v1.0: a flag in place of the status.
        """{"type":{"S":"schedule"},"name":{"S":"off"},"overwrite":{"BOOL":false}}""",
        """{"type":{"S":"schedule"},"name":{"S":"on"},"overwrite":{"BOOL":true}}""",
        """{"type":{"S":"schedule"},"name":{"S":"payroll-hours"},"timezone":{"S":"Asia/Shanghai"},"periods":{"SS":["payroll-hours-period-0001"]},"configured_in_stack":{"S":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/payroll/1a2b"}}""",
        // Edited in the console: flags as texts, a list for the periods, attributes of a version that nobody remembers.
        """{"type":{"S":"schedule"},"name":{"S":"keep"},"timezone":{"S":"Asia/Shanghai"},"periods":{"SS":["office-hours"]},"retain_running":{"S":"true"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"strict"},"periods":{"L":[{"S":"office-hours"}]},"enforced":{"S":"True"},"owner":{"S":"Ling"},"cost_center":{"N":"4711"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"early-birds"},"periods":{"S":"early"},"stop_new_instances":{"S":"true"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"from-nine"},"timezone":{"S":"prc"},"periods":{"SS":["from-nine"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"lenient"},"timezone":{"S":"Asia/Shanghai"},"periods":{"SS":["office-hours"]},"stop_new_instances":{"BOOL":false}}""",
    ];

    /// <summary>A state item as Python wrote it: an attribute for each instance, the binary fraction of its clock to the last digit.</summary>
    public static string States(string service, IEnumerable<(string Id, string Stored)> states, string more = "") =>
        $$$"""{"service":{"S":"{{{service}}}"},"account-region":{"S":"123456789012:cn-north-1"},"timestamp":{"N":"1795435207.3384408950805664062500"}{{{more}}}{{{string.Concat(states.Select(state => $$$""","{{{state.Id}}}":{"S":"{{{state.Stored}}}"}"""))}}}}""";
}
