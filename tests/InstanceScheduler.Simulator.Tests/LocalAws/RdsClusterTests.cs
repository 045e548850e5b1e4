using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public sealed class RdsClusterTests : RdsTest
{
    private const string Whole = "0 available Added, 0 stopping Api, 8 stopped Api, " +
        "10088 starting AutomaticRestart, 10098 available AutomaticRestart";

    [Fact]
    public async Task A_cluster_carries_its_members_along_also_when_rds_starts_it()
    {
        var cluster = AddCluster();

        Assert.Equal("stopping", (await Act("StopDBCluster")).ClusterStatus);
        Time.AdvanceBy(TimeSpan.FromMinutes(8));
        var listed = await Call("DescribeDBInstances");
        Assert.Equal(["stopped", "stopped"], listed.Each("DBInstance", "DBInstanceStatus"));
        Assert.Equal(
            "2026-11-30T01:08:00.000Z", (await Call("DescribeDBClusters"))["AutomaticRestartTime"]);
        Time.AdvanceBy(TimeSpan.FromDays(8));

        Assert.Equal(Whole, HistoryOf(cluster));
        Assert.All(cluster.Members, m => Assert.Equal(Whole, HistoryOf(m)));
    }

    [Fact]
    public async Task A_start_takes_longer_than_that_of_an_instance()
    {
        var cluster = AddCluster("stopped");

        Assert.Equal("starting", (await Act("StartDBCluster")).ClusterStatus);
        Time.AdvanceBy(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(("starting", "starting"), (cluster.Status, cluster.Members[1].Status));
        Time.AdvanceBy(TimeSpan.FromTicks(1));
        Assert.Equal(("available", "available"), (cluster.Members[1].Status, cluster.Status));
    }

    [Theory]
    [InlineData("StartDBCluster", "available", "is in available state but expected it to be one of stopped,")]
    [InlineData("StartDBCluster", "stopping", "is in stopping state but expected it to be one of stopped,")]
    [InlineData("StopDBCluster", "stopped", "DbCluster shop is not in available state.")]
    [InlineData("StopDBCluster", "failing-over", "DbCluster shop is not in available state.")]
    public async Task A_status_does_not_allow(string action, string status, string message)
    {
        AddCluster(status);

        var answer = await Act(action);

        Assert.Equal((400, "InvalidDBClusterStateFault"), (answer.Status, answer.Error));
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aurora-mysql", "provisioned", null)]
    [InlineData("aurora-postgresql", "provisioned", null)]
    [InlineData("neptune", "provisioned", null)]
    [InlineData("docdb", "provisioned", null)]
    [InlineData("mysql", "provisioned", null)]
    [InlineData("aurora-mysql", "serverless", "InvalidDBClusterStateFault")]
    [InlineData("aurora-mysql", "global", "InvalidDBClusterStateFault")]
    public async Task Only_provisioned_clusters_are_stopped(string engine, string mode, string? expected)
    {
        var cluster = Rds.Add(new LocalCluster { Id = "shop", Engine = engine, EngineMode = mode });

        Assert.Equal(expected, (await Act("StopDBCluster")).Error);
        Assert.Equal(expected is null ? "stopping" : "available", cluster.Status);
    }

    [Fact]
    public async Task A_member_that_fails_over_keeps_the_cluster_from_being_stopped()
    {
        var cluster = AddCluster();
        Rds.SetStatus(cluster.Members[1], "rebooting", TimeSpan.FromMinutes(2));

        var answer = await Act("StopDBCluster");
        Time.AdvanceBy(TimeSpan.FromMinutes(2));

        Assert.Equal("InvalidDBInstanceState", answer.Error);
        Assert.Contains("shop-2", answer.Message, StringComparison.Ordinal);
        Assert.Null((await Act("StopDBCluster")).Error);
        Assert.Equal("0 available Added, 0 rebooting Service, 2 available Service, 2 stopping Api", HistoryOf(cluster.Members[1]));
    }

    [Fact]
    public async Task A_failover_of_a_cluster_leaves_its_members_and_trouble_does_not()
    {
        var cluster = AddCluster();
        Rds.SetStatus(cluster, "failing-over", TimeSpan.FromMinutes(2));
        Assert.Equal(("failing-over", "available"), (cluster.Status, cluster.Members[0].Status));
        Time.AdvanceBy(TimeSpan.FromMinutes(2));
        cluster.FallsBack = "inaccessible-encryption-credentials";
        await Act("StopDBCluster");
        Time.AdvanceBy(TimeSpan.FromMinutes(8));
        await Act("StartDBCluster");
        Time.AdvanceBy(TimeSpan.FromMinutes(10));

        Assert.Equal("inaccessible-encryption-credentials", cluster.Members[0].Status);
        Assert.Equal(
            "0 available Added, 0 failing-over Service, 2 available Service, 2 stopping Api, 10 stopped Api, 10 starting Api, " +
            "20 inaccessible-encryption-credentials Fallback",
            HistoryOf(cluster));
    }

    [Fact]
    public async Task A_cluster_refuses_as_told_and_people_use_the_console()
    {
        var cluster = AddCluster();
        cluster.StopRefusal = "InvalidDBClusterStateFault";
        Rds.Deny(Hub, Beijing, "rds:StartDBCluster");

        Assert.Equal("DbCluster shop is not in available state.", (await Act("StopDBCluster")).Message);
        Assert.Contains(Arn("cluster:shop"), (await Act("StartDBCluster")).Message, StringComparison.Ordinal);
        Assert.False(Rds.HumanStop(cluster.Members[0]));
        Assert.True(Rds.HumanStop(cluster));
        Time.AdvanceBy(TimeSpan.FromMinutes(8));
        Assert.Equal("0 available Added, 0 stopping Human, 8 stopped Human", HistoryOf(cluster.Members[0]));
    }

    private LocalCluster AddCluster(string status = "available") => Rds.Add(new LocalCluster
    {
        Id = "shop",
        InitialStatus = status,
        Members = [new LocalDatabase { Id = "shop-1" }, new LocalDatabase { Id = "shop-2" }],
    });

    private Task<RdsAnswer> Act(string action) => Call(action, ("DBClusterIdentifier", "shop"));
}
