using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public sealed class RdsImmediateTests : RdsTest
{
    internal override LocalAwsOptions Options => new() { RdsTransitionTimes = RdsTransitionTimes.Immediate };

    [Fact]
    public async Task Changes_show_at_once_but_for_the_seven_days()
    {
        var database = Add("a");
        var cluster = Rds.Add(new LocalCluster { Id = "c", Members = [new LocalDatabase { Id = "c-1" }] });

        Assert.Equal("stopped", (await StopDb("a", "snap"))["DBInstanceStatus"]);
        Assert.Equal("available", Rds.Snapshots().Single().StatusAt(Time.GetUtcNow()));
        Assert.Equal("stopped", (await Call("StopDBCluster", ("DBClusterIdentifier", "c"))).ClusterStatus);
        Assert.Equal("stopped", cluster.Members[0].Status);
        Time.AdvanceBy(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        Assert.Equal(("stopped", "stopped"), (database.Status, cluster.Status));
        Time.AdvanceBy(TimeSpan.FromTicks(1));
        Assert.Equal(("available", "available"), (database.Status, cluster.Status));
    }
}
