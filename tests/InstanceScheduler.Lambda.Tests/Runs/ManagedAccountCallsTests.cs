using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using InstanceScheduler.Simulator.LocalAws.Sts;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>What is called in a managed account follows from what is switched on; each account answers with its role's permissions.</summary>
public sealed class ManagedAccountCallsTests
{
    private const string Managed = "222222222222";
    private const string Key = $"arn:aws-cn:kms:cn-north-1:{Managed}:key/11111111-2222-3333-4444-555555555555";

    private static readonly string[] Regions = ["cn-north-1", "cn-northwest-1"];

    /// <summary>What the remote template of the older China port allows (all of it on everything), less what nobody here would call.</summary>
    private static readonly string[] OlderRole =
    [
        "ec2:DescribeInstances", "ec2:StartInstances", "ec2:StopInstances", "ec2:ModifyInstanceAttribute", "ec2:CreateTags", "ec2:DeleteTags",
        "rds:DescribeDBInstances", "rds:DescribeDBSnapshots", "rds:StartDBInstance", "rds:StopDBInstance", "rds:AddTagsToResource",
        "rds:RemoveTagsFromResource", "rds:DeleteDBSnapshot",
    ];

    [Fact]
    public async Task With_everything_on_every_call_of_the_services_is_made_there()
    {
        await using var world = World(""","schedule_clusters":{"BOOL":true}""");
        world.PutSchedule("patched", "\"use_maintenance_window\":{\"BOOL\":true},\"ssm_maintenance_window\":{\"S\":\"patching\"}");
        foreach (var region in Regions)
        {
            var broken = Add(world, 'b', region, "patched");
            (broken.FallsBack, broken.KmsKeyId) = ("Client.InternalError", Key);
            world.Stage.Aws.Windows.Add(new LocalMaintenanceWindow
            {
                Name = "patching",
                Account = Managed,
                Region = region,
                DurationHours = 3,
                Schedule = WindowSchedule.Weekly(IsoDayOfWeek.Saturday, new LocalTime(2, 0)),
                ScheduleTimezone = "Asia/Shanghai",
            });
            world.Rds.Add(new LocalCluster
            {
                Id = "ledger",
                Account = Managed,
                Region = region,
                InitialStatus = "stopped",
                Tags = SchedulerWorld.TagsOf("cn-office-hours"),
                Members = [new LocalDatabase { Id = "ledger-1" }],
            });
        }

        await PlayTwoDaysAsync(world);

        string[] all =
        [
            .. OlderRole, "ec2:DescribeVolumes", "rds:DescribeDBClusters", "rds:StartDBCluster", "rds:StopDBCluster", "ssm:DescribeMaintenanceWindows",
        ];
        Assert.All(Regions, region => Assert.Equal(all.Order(StringComparer.Ordinal), CallsIn(world, region)));
    }

    [Fact]
    public async Task With_newer_features_off_a_role_of_the_older_remote_template_is_enough()
    {
        await using var world = World("");

        await PlayTwoDaysAsync(world);

        Assert.Empty(world.Problems);
        Assert.All(Regions, region => Assert.Equal(OlderRole.Order(StringComparer.Ordinal), CallsIn(world, region)));
    }

    private static SchedulerWorld World(string more)
    {
        var world = new SchedulerWorld();
        var role = world.Stage.Aws.Roles.Add(new LocalRole { Name = "Scheduler", Account = Managed });
        world.PutConfig(
            $$$"""
            {"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"regions":{"SS":["{{{string.Join("\",\"", Regions)}}}"]},
             "scheduled_services":{"SS":["ec2","rds"]},"create_rds_snapshot":{"BOOL":true},"schedule_lambda_account":{"BOOL":false},
             "cross_account_roles":{"SS":["{{{role}}}"]},"started_tags":{"S":"on=yes"},"stopped_tags":{"S":"off=yes"}{{{more}}}}
            """);
        world.PutSchedule("sized", "\"description\":{\"S\":\"x\"}", "office@c5.xlarge");
        foreach (var region in Regions)
        {
            Add(world, 'a', region, "sized");
            world.Rds.Add(new LocalDatabase
            {
                Id = "orders",
                Account = Managed,
                Region = region,
                InitialStatus = "stopped",
                MaintenanceWindow = "sun:18:00-sun:18:30",
                Tags = SchedulerWorld.TagsOf("cn-office-hours"),
            });
        }

        return world;
    }

    private static LocalInstance Add(SchedulerWorld world, char digit, string region, string schedule) => world.Ec2.Add(new LocalInstance
    {
        Id = $"i-{new string(digit, 16)}{Array.IndexOf(Regions, region)}",
        Account = Managed,
        Region = region,
        InitialState = PowerState.Stopped,
        Tags = SchedulerWorld.TagsOf(schedule),
    });

    private static async Task PlayTwoDaysAsync(SchedulerWorld world)
    {
        foreach (var day in new[] { "2026-11-23", "2026-11-24" })
        {
            foreach (var time in new[] { "09:00", "09:15", "18:00", "18:15" })
                await world.TickAsync(time, day);
        }
    }

    private static IEnumerable<string> CallsIn(SchedulerWorld world, string region) => world.Stage.Aws.Calls
        .Where(call => call.Account == Managed && call.Region == region)
        .Select(call => $"{call.Service}:{call.Operation}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
