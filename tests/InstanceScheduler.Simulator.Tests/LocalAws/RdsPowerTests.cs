using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public sealed class RdsPowerTests : RdsTest
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public async Task A_stop_and_a_start_take_their_time()
    {
        var database = Add("a");

        Assert.Equal("stopping", (await StopDb("A"))["DBInstanceStatus"]);
        Time.AdvanceBy(TimeSpan.FromMinutes(6) - TimeSpan.FromTicks(1));
        Assert.Equal(("stopping", null), (await Listed("DBInstanceStatus"), await Listed("AutomaticRestartTime")));
        Time.AdvanceBy(TimeSpan.FromTicks(1));
        Assert.Equal(("stopped", "2026-11-30T01:06:00.000Z"), (await Listed("DBInstanceStatus"), await Listed("AutomaticRestartTime")));
        Assert.Equal("starting", (await StartDb("a"))["DBInstanceStatus"]);
        Assert.Null(await Listed("AutomaticRestartTime"));
        Time.AdvanceBy(TimeSpan.FromMinutes(20));

        // When nobody looked at the moment of a change, its time is the moment all the same.
        Assert.Equal("0 available Added, 0 stopping Api, 6 stopped Api, 6 starting Api, 14 available Api", HistoryOf(database));
    }

    [Theory]
    [InlineData("start", "stopped", "starting")]
    [InlineData("start", "inaccessible-encryption-credentials-recoverable", "starting")]
    [InlineData("start", "available", "Instance a cannot be started as it is not in one of the following statuses")]
    [InlineData("start", "starting", "Instance a cannot be started")]
    [InlineData("start", "stopping", "Instance a cannot be started")]
    [InlineData("start", "incompatible-network", "Instance a cannot be started")]
    [InlineData("stop", "available", "stopping")]
    [InlineData("stop", "stopped", "Instance a is not in available state.")]
    [InlineData("stop", "starting", "Instance a is not in available state.")]
    [InlineData("stop", "stopping", "Instance a is not in available state.")]
    [InlineData("stop", "backing-up", "Instance a is not in available state.")]
    [InlineData("stop", "storage-full", "Instance a is not in available state.")]
    public async Task A_status_allows(string action, string status, string expected)
    {
        var database = Add("a", status);

        var answer = action == "start" ? await StartDb("a") : await StopDb("a");

        if (answer.Error is null)
        {
            Assert.Equal(expected, answer["DBInstanceStatus"]);
            return;
        }

        Assert.Equal((400, "InvalidDBInstanceState"), (answer.Status, answer.Error));
        Assert.StartsWith(expected, answer.Message, StringComparison.Ordinal);
        Assert.Equal(status, database.Status);
    }

    [Theory]
    [InlineData("replica", "InvalidDBInstanceState", "Cannot stop or start a Read-Replica instance")]
    [InlineData("far-replica", "InvalidDBInstanceState", "Cannot stop or start a Read-Replica instance")]
    [InlineData("cluster-replica", "InvalidDBInstanceState", "Cannot stop or start a Read-Replica instance")]
    [InlineData("source", "InvalidDBInstanceState", "Cannot stop or start instance source as it has")]
    [InlineData("aurora-source", "InvalidDBInstanceState", "Cannot stop or start instance aurora-source as it has")]
    [InlineData("member", "InvalidParameterCombination", "aurora-mysql DB instances are not eligible for stopping and starting.")]
    [InlineData("mirrored", "InvalidParameterCombination", "sqlserver-se Multi-AZ DB instances are not eligible")]
    [InlineData("sqlserver", null, null)]
    [InlineData("multi-az", null, null)]
    public async Task Nature_forbids_to_stop(string id, string? code, string? message)
    {
        Add("source");
        Rds.Add(new LocalDatabase { Id = "replica", ReadReplicaSource = "source" });
        Rds.Add(new LocalDatabase { Id = "far-replica", ReadReplicaSource = $"arn:aws-cn:rds:{Ningxia}:{Hub}:db:elsewhere" });
        Rds.Add(new LocalDatabase { Id = "cluster-replica", ReadReplicaSourceCluster = "shop" });
        Rds.Add(new LocalDatabase { Id = "aurora-source", ReadReplicaClusters = ["copy"] });
        Rds.Add(new LocalCluster { Id = "shop", Members = [new LocalDatabase { Id = "member" }] });
        Rds.Add(new LocalDatabase { Id = "mirrored", Engine = "sqlserver-se", MultiAz = true });
        Rds.Add(new LocalDatabase { Id = "sqlserver", Engine = "sqlserver-se" });
        Rds.Add(new LocalDatabase { Id = "multi-az", MultiAz = true });

        var answer = await StopDb(id);

        Assert.Equal(code, answer.Error);
        Assert.Equal(code is null, Rds.Database(id).Status == "stopping");
        if (message is not null)
        {
            Assert.StartsWith(message, answer.Message, StringComparison.Ordinal);
            Assert.False(Rds.HumanStop(Rds.Database(id)));
        }
    }

    [Theory]
    [InlineData("AccessDenied", 403, "rds:StartDBInstance on resource: arn:aws-cn:rds:cn-north-1:123456789012:db:a because no")]
    [InlineData("InsufficientDBInstanceCapacity", 400, "db.m5.large in cn-north-1a")]
    [InlineData("KMSKeyNotAccessibleFault", 400, "The specified KMS key [key] does not exist")]
    [InlineData("InvalidDBInstanceState", 400, "Instance a cannot be started")]
    [InlineData("Throttling", 400, "Rate exceeded")]
    [InlineData("InternalFailure", 500, "internal error")]
    [InlineData("ServiceUnavailable", 503, "try again")]
    [InlineData("InvalidSubnet", 400, "db:a does not allow rds:StartDBInstance")]
    public async Task A_start_is_refused_as_told(string code, int status, string message)
    {
        var database = Rds.Add(new LocalDatabase { Id = "a", InitialStatus = "stopped", KmsKeyId = "key", StartRefusal = code });

        var answer = await StartDb("a");

        Assert.Equal((status, code, status < 500 ? "Sender" : "Receiver"), (answer.Status, answer.Error, answer["Type"]));
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
        Assert.Equal("stopped", database.Status);
        database.StartRefusal = null;
        Assert.Null((await StartDb("a")).Error);
    }

    [Fact]
    public async Task A_stop_is_refused_as_told_and_takes_no_snapshot()
    {
        Add("a").StopRefusal = "InvalidDBInstanceState";

        Assert.Equal("Instance a is not in available state.", (await StopDb("a", "snap")).Message);
        Assert.Empty(Rds.Snapshots());
    }

    [Fact]
    public async Task A_denied_action_is_denied_in_that_account_and_region_only()
    {
        var here = Add("a");
        var there = Rds.Add(new LocalDatabase { Id = "a", Region = Ningxia });
        Rds.Deny(Hub, Beijing, "rds:StopDBInstance");
        (string, string)[] form = [("Action", "StopDBInstance"), ("Version", "2014-10-31"), ("DBInstanceIdentifier", "a")];

        var denied = await Send(form);
        await Send(form, region: Ningxia);

        Assert.Equal((403, "AccessDenied"), (denied.Status, denied.Error));
        Assert.Equal(
            "User: arn:aws-cn:sts::123456789012:assumed-role/scheduler-role/rds-scheduler-123456789012 is not authorized to perform: " +
            $"rds:StopDBInstance on resource: {Arn("db:a")} because no identity-based policy allows the rds:StopDBInstance action",
            denied.Message);
        Assert.Equal(("available", "stopping"), (here.Status, there.Status));
        Rds.Allow(Hub, Beijing, "rds:StopDBInstance");
        Assert.Null((await Send(form)).Error);
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("incompatible-network")]
    [InlineData("inaccessible-encryption-credentials")]
    public async Task A_start_may_be_accepted_and_end_elsewhere(string status)
    {
        var database = Add("a", "stopped");
        database.FallsBack = status;

        Assert.Equal("starting", (await StartDb("a"))["DBInstanceStatus"]);
        Time.AdvanceBy(TimeSpan.FromMinutes(8));

        Assert.Equal((status, status), (database.Status, await Listed("DBInstanceStatus")));
        Assert.Equal($"0 stopped Added, 0 starting Api, 8 {status} Fallback", HistoryOf(database));
        Assert.Equal(status == "stopped" ? Time.GetUtcNow() + Week : null, database.AutomaticRestartTime);
    }

    [Fact]
    public async Task A_stop_may_be_accepted_and_come_to_nothing()
    {
        var database = Add("a");
        database.StopFallsBack = true;

        await StopDb("a");
        Time.AdvanceBy(Week);

        Assert.Equal("0 available Added, 0 stopping Api, 6 available Fallback", HistoryOf(database));
    }

    [Fact]
    public async Task What_stays_stopped_is_started_by_rds_after_seven_days()
    {
        var database = Add("a");
        await StopDb("a");
        Time.AdvanceBy(TimeSpan.FromMinutes(6) + Week);
        Assert.Equal("starting", await Listed("DBInstanceStatus"));
        Time.AdvanceBy(TimeSpan.FromDays(1));

        Assert.Equal(
            "0 available Added, 0 stopping Api, 6 stopped Api, 10086 starting AutomaticRestart, 10094 available AutomaticRestart",
            HistoryOf(database));
    }

    [Fact]
    public void What_falls_back_is_tried_again_every_seven_days_whoever_looks()
    {
        var database = Rds.Add(new LocalDatabase
        {
            Id = "a",
            InitialStatus = "stopped",
            InitialRestartTime = Start + TimeSpan.FromMinutes(1),
            FallsBack = "stopped",
        });
        Assert.Equal(Start + TimeSpan.FromMinutes(1), database.AutomaticRestartTime);

        Time.AdvanceBy(TimeSpan.FromDays(10));

        Assert.Equal(
            "0 stopped Added, 1 starting AutomaticRestart, 9 stopped Fallback, 10089 starting AutomaticRestart, 10097 stopped Fallback",
            HistoryOf(database));
        Assert.Equal(Start + TimeSpan.FromMinutes(9 + 8) + Week + Week, database.AutomaticRestartTime);
    }

    [Theory]
    [InlineData("starting", "8 available Added")]
    [InlineData("stopping", "6 stopped Added")]
    public void What_is_added_in_transition_arrives(string status, string arrival)
    {
        var database = Add("a", status);
        Time.AdvanceBy(TimeSpan.FromHours(1));

        Assert.Equal($"0 {status} Added, {arrival}", HistoryOf(database));
    }

    [Fact]
    public async Task A_failover_passes_and_then_all_goes_on()
    {
        var database = Add("a");
        Rds.SetStatus(database, "rebooting", TimeSpan.FromMinutes(3));
        Assert.Equal(("rebooting", "InvalidDBInstanceState"), (database.Status, (await StopDb("a")).Error));
        Time.AdvanceBy(TimeSpan.FromMinutes(3));
        await StopDb("a");
        Rds.SetStatus(database, "modifying", TimeSpan.FromMinutes(10));
        Time.AdvanceBy(TimeSpan.FromHours(1));

        // What was due meanwhile comes right after.
        Assert.Equal(
            "0 available Added, 0 rebooting Service, 3 available Service, 3 stopping Api, 3 modifying Service, " +
            "13 stopping Service, 13 stopped Api",
            HistoryOf(database));
    }

    [Fact]
    public void Trouble_stays_until_it_is_over()
    {
        var database = Add("a", "stopped");
        Rds.SetStatus(database, "inaccessible-encryption-credentials");
        Time.AdvanceBy(Week);
        Assert.Equal(("inaccessible-encryption-credentials", null), (database.Status, database.AutomaticRestartTime));
        Rds.SetStatus(database, "stopped");

        Assert.Equal(("stopped", Time.GetUtcNow() + Week), (database.Status, database.AutomaticRestartTime));
    }

    [Fact]
    public void People_start_and_stop_without_a_call()
    {
        var database = Add("a", "stopped");

        Assert.False(Rds.HumanStop(database));
        Assert.True(Rds.HumanStart(database));
        Time.AdvanceBy(TimeSpan.FromMinutes(8));
        Assert.False(Rds.HumanStart(database));
        Assert.True(Rds.HumanStop(database));
        Time.AdvanceBy(TimeSpan.FromMinutes(6));

        Assert.Equal("0 stopped Added, 0 starting Human, 8 available Human, 8 stopping Human, 14 stopped Human", HistoryOf(database));
        Assert.Equal(0, Aws.Calls.Count("rds"));
    }

    [Fact]
    public void A_database_is_acted_on_in_its_own_fleet()
    {
        var database = new Simulator.LocalAws.LocalAws(new LocalAwsOptions(), Time).Rds.Add(new LocalDatabase { Id = "a" });

        Assert.Throws<ArgumentException>(() => Rds.HumanStop(database));
        Assert.Throws<InvalidOperationException>(() => Rds.Add(database));
        Assert.Throws<InvalidOperationException>(() => new LocalDatabase { Id = "a" }.Status);
    }

    private async Task<string?> Listed(string element) => (await Call("DescribeDBInstances"))[element];
}
