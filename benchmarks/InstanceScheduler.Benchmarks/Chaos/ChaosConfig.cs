using System.Text.Json;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>The configuration of the play. Whatever a schedule wants, it wants for longer than a storm can keep a target from a whole run.</summary>
internal static class ChaosConfig
{
    public const string Switch = "switch";
    public const string Zone = "Asia/Shanghai";

    /// <summary>Schedules for any service.</summary>
    public static readonly string[] Schedules =
        ["office", "enforced", "retain", "newcomers", "early", "off-at-eight", "shifts", "pacific", "always", "never", Switch];

    /// <summary>Those that ask for instance types.</summary>
    public static readonly string[] Sized = ["sized", "sized-shifts"];

    /// <summary>The one whose databases run in their own windows.</summary>
    public const string Window = "window";

    /// <summary>The one whose instances run in windows of Systems Manager.</summary>
    public const string Patched = "patched";

    /// <summary>The name of those windows.</summary>
    public const string PatchWindow = "patching";

    private static readonly string[] Items =
    [
        Period("office", """ "begintime":{"S":"09:00"},"endtime":{"S":"18:00"},"weekdays":{"SS":["mon-fri"]}"""),
        Period("early", """ "begintime":{"S":"08:00"}"""),
        Period("off-at-eight", """ "endtime":{"S":"20:00"}"""),
        Period("dawn", """ "begintime":{"S":"05:30"},"endtime":{"S":"09:30"}"""),
        Period("noon", """ "begintime":{"S":"11:00"},"endtime":{"S":"14:15"}"""),
        Period("evening", """ "begintime":{"S":"15:45"},"endtime":{"S":"21:00"}"""),
        Period("morning", """ "begintime":{"S":"07:00"},"endtime":{"S":"12:00"}"""),
        Period("afternoon", """ "begintime":{"S":"12:00"},"endtime":{"S":"16:30"}"""),
        Period("all-day", """ "weekdays":{"SS":["mon-sun"]}"""),
        Schedule("office", "office"),
        Schedule("enforced", "office", ""","enforced":{"BOOL":true}"""),
        Schedule("retain", "noon", ""","retain_running":{"BOOL":true}"""),
        Schedule("newcomers", "evening", ""","stop_new_instances":{"BOOL":false}"""),
        Schedule("early", "early"),
        Schedule("off-at-eight", "off-at-eight"),
        Schedule("shifts", "dawn\",\"noon\",\"evening"),
        Schedule("pacific", "office", ""","timezone":{"S":"US/Pacific"}"""),
        Schedule("sized", "morning@m5.large\",\"afternoon@c5.large"),
        Schedule("sized-shifts", "dawn@c5.large\",\"noon\",\"evening@m5.xlarge"),
        Schedule("always", "office", ""","override_status":{"S":"running"}"""),
        Schedule("never", "office", ""","override_status":{"S":"stopped"}"""),
        Schedule(Patched, "noon", $$$""","use_maintenance_window":{"BOOL":true},"ssm_maintenance_window":{"S":"{{{PatchWindow}}}"}"""),
        Schedule(Window, "office", ""","override_status":{"S":"stopped"},"use_maintenance_window":{"BOOL":true}"""),
    ];

    /// <summary>All items, with the switch as it is set.</summary>
    /// <param name="accounts">Managed accounts.</param>
    /// <param name="regions">Regions.</param>
    /// <param name="status">What the switch overrides; empty: nothing.</param>
    public static IReadOnlyList<JsonElement> All(IEnumerable<string> accounts, IEnumerable<string> regions, string status)
    {
        var roles = string.Join("\",\"", accounts.Select(account => $"arn:aws-cn:iam::{account}:role/Scheduler"));
        var config = $$$"""
            {"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"{{{Zone}}}"},"scheduled_services":{"SS":["ec2","rds"]},
            "schedule_clusters":{"BOOL":true},"regions":{"SS":["{{{string.Join("\",\"", regions)}}}"]},"cross_account_roles":{"SS":["{{{roles}}}"]},
            "started_tags":{"S":"by=scheduler,state=on"},"stopped_tags":{"S":"state=off"}}
            """;
        var lever = status.Length == 0 ? "" : $$$""","override_status":{"S":"{{{status}}}"}""";
        return [.. Items.Append(Schedule(Switch, "all-day", lever)).Append(config).Select(item => JsonDocument.Parse(item).RootElement)];
    }

    private static string Period(string name, string attributes) => $$$"""{"type":{"S":"period"},"name":{"S":"{{{name}}}"},{{{attributes}}}""" + "}";

    private static string Schedule(string name, string periods, string attributes = "") =>
        $$$"""{"type":{"S":"schedule"},"name":{"S":"{{{name}}}"},"periods":{"SS":["{{{periods}}}"]}{{{attributes}}}""" + "}";
}
