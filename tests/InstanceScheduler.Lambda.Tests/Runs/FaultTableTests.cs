using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>Every fault is one named problem with a remedy, and the neighbours are done.</summary>
public sealed class FaultTableTests
{
    private const string Key = "arn:aws-cn:kms:cn-north-1:123456789012:key/11111111-2222-3333-4444-555555555555";

    /// <summary>What is wrong, at which time, and what the one problem names: its code, and words of its remedy.</summary>
    private static readonly ImmutableDictionary<string, (Action<SchedulerWorld> Break, string Time, string Code, string Remedy)> Faults =
        new Dictionary<string, (Action<SchedulerWorld>, string, string, string)>(StringComparer.Ordinal)
        {
            ["ec2 start: no capacity"] = (world => world.Add(SchedulerWorld.IdOf(9)).StartRefusal = "InsufficientInstanceCapacity", "09:00", "InsufficientInstanceCapacity", "IS-PreferredInstanceTypes"),
            ["ec2 start: key"] = (FallBackForKey, "09:00", "StartFellBack", Key),
            ["ec2 start: volume limit"] = (world => world.Add(SchedulerWorld.IdOf(9)).FallsBack = "Client.VolumeLimitExceeded", "09:00", "StartFellBack", "quota"),
            ["ec2 start: incompatible type"] = (MismatchType, "09:00", "InvalidParameterCombination", "architecture"),
            ["ec2: Auto Scaling member"] = (world => world.Add(SchedulerWorld.IdOf(9), tags: ("aws:autoscaling:groupName", "web")), "09:00", "NeverTouched", "schedule the group instead"),
            ["ec2 stop: protected"] = (world => world.Add(SchedulerWorld.IdOf(9), state: PowerState.Running).StopProtected = true, "18:00", "OperationNotPermitted", "stop protection"),
            ["ec2 tags: limit"] = (world => world.Add(SchedulerWorld.IdOf(9), tags: [.. Enumerable.Range(1, 49).Select(number => ($"tag-{number}", "x"))]), "09:00", "TagLimitExceeded", "remove a tag"),
            ["rds start: no capacity"] = (world => world.AddDatabase("broken").StartRefusal = "InsufficientDBInstanceCapacity", "09:00", "InsufficientDBInstanceCapacity", "class or zone"),
            ["rds start: key"] = (world => world.AddDatabase("broken").StartRefusal = "KMSKeyNotAccessibleFault", "09:00", "KMSKeyNotAccessibleFault", "kms:CreateGrant"),
            ["rds start: deleted subnet"] = (world => world.AddDatabase("broken").StartRefusal = "InvalidSubnet", "09:00", "InvalidSubnet", "DB subnet group"),
            ["rds start: ends in incompatible-network"] = (world => world.AddDatabase("broken").FallsBack = "incompatible-network", "09:00", "NeedsRepair", "DB subnet group"),
            ["rds stop: state"] = (world => world.AddDatabase("broken", status: "available").StopRefusal = "InvalidDBInstanceState", "18:00", "InvalidDBInstanceState", "tried again next run"),
            ["rds stop: snapshot of another database exists"] = (TakeSnapshotName, "18:00", "SnapshotNameTaken", "copying it under another name"),
            ["rds stop: snapshot quota"] = (FillSnapshotQuota, "18:00", "SnapshotQuotaExceeded", "create_rds_snapshot"),
            ["rds stop: fail-over in progress"] = (FailOver, "18:00", "InvalidDBInstanceState", "fail-over"),
            ["rds: cluster member"] = (AddMember, "09:00", "NeverTouched", "tag the cluster instead"),
            ["rds: read replica"] = (AddReplica, "09:00", "NeverTouched", "read replica"),
            ["rds: SQL Server Multi-AZ"] = (world => world.Rds.Add(new LocalDatabase { Id = "broken", Engine = "sqlserver-se", MultiAz = true, Tags = SchedulerWorld.TagsOf("cn-office-hours") }), "18:00", "NeverTouched", "Single-AZ"),
        }.ToImmutableDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Faults.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task One_fault_is_one_problem_with_a_remedy_and_its_neighbours_are_done(string name)
    {
        var (breakIt, time, code, remedy) = Faults[name];
        var isMorning = time == "09:00";
        await using var world = new SchedulerWorld();
        world.UseAllServices(""","started_tags":{"S":"state=on,by=us"},"stopped_tags":{"S":"state=off"}""", snapshots: true);
        var instances = Enumerable.Range(1, 3).Select(number => world.Add(SchedulerWorld.IdOf(number), state: isMorning ? PowerState.Stopped : PowerState.Running)).ToList();
        var databases = Enumerable.Range(1, 3).Select(number => world.AddDatabase($"good-{number}", status: isMorning ? "stopped" : "available")).ToList();
        breakIt(world);

        await world.TickAsync(time);
        await world.TickAsync(isMorning ? "09:12" : "18:12");

        var problem = Assert.Single(world.Problems.Distinct(StringComparer.Ordinal));
        Assert.Contains($" {code}: ", problem, StringComparison.Ordinal);
        Assert.Contains(remedy, problem, StringComparison.Ordinal);
        Assert.All(instances, instance => Assert.Equal(isMorning ? PowerState.Running : PowerState.Stopped, instance.State));
        Assert.All(databases, database => Assert.Equal(isMorning ? "available" : "stopped", database.Status));
    }

    private static void FallBackForKey(SchedulerWorld world)
    {
        var instance = world.Add(SchedulerWorld.IdOf(9));
        (instance.FallsBack, instance.KmsKeyId) = ("Client.InternalError", Key);
    }

    private static void MismatchType(SchedulerWorld world)
    {
        world.PutSchedule("sized", "\"description\":{\"S\":\"x\"}", "office@t4g.large");
        world.Add(SchedulerWorld.IdOf(9), "sized").IncompatibleTypes = new Dictionary<string, TypeMismatch> { ["t4g.large"] = TypeMismatch.Architecture };
    }

    private static void TakeSnapshotName(SchedulerWorld world)
    {
        world.AddDatabase("broken", status: "available");
        world.Rds.Add(new LocalSnapshot { Id = "instancescheduler-stopped-broken", DatabaseId = "another" });
    }

    private static void FillSnapshotQuota(SchedulerWorld world)
    {
        world.AddDatabase("broken", status: "available").StopRefusal = "SnapshotQuotaExceeded";
    }

    // Available when listed, and rebooting when asked.
    private static void FailOver(SchedulerWorld world)
    {
        var database = world.AddDatabase("broken", status: "available");
        world.Stage.Aws.Faults.Add(call =>
        {
            if (call.Operation == "StopDBInstance" && call.Resources.Any(resource => resource.EndsWith("broken", StringComparison.Ordinal)))
                world.Rds.SetStatus(database, "rebooting", TimeSpan.FromHours(1));
            return null;
        });
    }

    private static void AddMember(SchedulerWorld world) => world.Rds.Add(new LocalCluster
    {
        Id = "shop",
        InitialStatus = "stopped",
        Tags = SchedulerWorld.TagsOf("cn-office-hours"),
        Members = [new LocalDatabase { Id = "broken", Tags = SchedulerWorld.TagsOf("cn-office-hours") }],
    });

    private static void AddReplica(SchedulerWorld world)
    {
        world.AddDatabase("source", schedule: null, status: "available");
        world.Rds.Add(new LocalDatabase { Id = "broken", ReadReplicaSource = "source", Tags = SchedulerWorld.TagsOf("cn-office-hours") });
    }
}
