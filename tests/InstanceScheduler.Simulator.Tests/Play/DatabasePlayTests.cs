using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Report;
using InstanceScheduler.Simulator.Tests.Fleet;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Play;

public sealed class DatabasePlayTests
{
    [Fact]
    public async Task Databases_and_clusters_follow_their_schedules_and_tell_why()
    {
        var report = await PlayTest.RunAsync(PlayTest.Input(
            PlayTest.AllServices,
            Json.Databases(
                Json.Database(status: "'stopped'", more: PlayTest.Tagged),
                Json.Database(PlayTest.Arn("shop-1"), "'db.r5.large'", status: "'stopped'", more: "'DBClusterIdentifier': 'shop'")),
            Json.Clusters(Json.Cluster(status: "'stopped'", more: PlayTest.Tagged))));

        Assert.Equal([FleetKind.Database, FleetKind.Cluster], report.Instances.Select(row => row.Kind));
        Assert.All(report.Instances, row =>
        {
            Assert.Equal((1, 1, true), (row.Starts, row.Stops, row.Managed));
            Assert.Equal("period \"office\" of schedule \"office\" runs; the wish changed since the last run", row.Spans.First(span => span.State == PowerState.On).Reason);
        });
        Assert.Equal(Duration.FromHours(9) + Duration.FromMinutes(6), report.TotalsOf(report.Instances[0]).On);
        Assert.Equal(Duration.FromHours(9) + Duration.FromMinutes(8), report.TotalsOf(report.Instances[1]).On);
    }

    [Fact]
    public async Task Databases_of_one_name_in_two_regions_are_two()
    {
        var report = await PlayTest.RunAsync(PlayTest.Input(
            PlayTest.AllServices,
            Json.Databases(
                Json.Database(more: PlayTest.Tagged + ", 'MultiAZ': true", engine: "'sqlserver-se'"),
                Json.Database(PlayTest.Arn("orders", region: "cn-northwest-1"), status: "'stopped'", more: PlayTest.Tagged))));

        var (beijing, ningxia) = (report.Instances[0], report.Instances[1]);
        Assert.Equal((0, false, 1), (beijing.Starts, beijing.Managed, beijing.Problems.Count));
        Assert.Equal((1, true, 0), (ningxia.Starts, ningxia.Managed, ningxia.Problems.Count));
        Assert.Equal(beijing, Assert.Single(Assert.Single(ProblemList.Of(report)).Instances));
    }

    [Fact]
    public async Task A_database_and_a_cluster_of_one_name_are_both_flagged_where_both_are_tagged()
    {
        string[] fleet(string more) =>
        [
            Json.Databases(Json.Database(PlayTest.Arn("shop"), more: PlayTest.Tagged), Json.Database(PlayTest.Arn("shop-1"), more: "'DBClusterIdentifier': 'shop'")),
            Json.Clusters(Json.Cluster(more: more)),
        ];

        var both = await PlayTest.RunAsync(PlayTest.Input(PlayTest.AllServices, fleet(PlayTest.Tagged)));
        Assert.All(both.Instances, row => Assert.Single(row.Problems));
        var one = await PlayTest.RunAsync(PlayTest.Input(PlayTest.AllServices, fleet("'TagList': []")));
        Assert.Equal([true, false], one.Instances.Select(row => row.Managed));
        Assert.Equal([], one.Problems.Select(problem => problem.Text));
    }

    [Fact]
    public async Task A_member_without_its_cluster_stays_with_it()
    {
        var report = await PlayTest.RunAsync(PlayTest.Input(
            PlayTest.AllServices, Json.Databases(Json.Database(PlayTest.Arn("shop-1"), more: "'DBClusterIdentifier': 'shop'"), Json.Database(more: PlayTest.Tagged))));

        var member = report.Instances.Single(row => row.InstanceId == "shop-1");
        Assert.Equal((0, "it is a member of the cluster \"shop\", whose own tag counts"), (member.Starts + member.Stops, member.Note));
    }

    [Theory]
    [InlineData("\"scheduled_services\":{\"SS\":[\"ec2\"]}", "orders", "scheduled_services of config \"scheduler\" does not name rds")]
    [InlineData("\"scheduled_services\":{\"SS\":[\"rds\"]}", "shop", "schedule_clusters of config \"scheduler\" is false")]
    [InlineData(PlayTest.AllServices, "copy", "it is a read replica")]
    [InlineData(PlayTest.AllServices, "orders", "it has read replicas")]
    [InlineData(PlayTest.AllServices, "shop-1", "it is a member of the cluster \"shop\", which starts and stops as a whole")]
    [InlineData(PlayTest.AllServices, "finance", "it is SQL Server in several availability zones")]
    [InlineData(PlayTest.AllServices, "going", "it is being deleted")]
    [InlineData(PlayTest.AllServices, "plain", "it has no tag \"Schedule\"")]
    public async Task What_is_not_managed_is_explained(string settings, string id, string why)
    {
        var report = await PlayTest.RunAsync(PlayTest.Input(
            settings,
            Json.Databases(
                Json.Database(more: PlayTest.Tagged + ", 'ReadReplicaDBInstanceIdentifiers': ['copy']"),
                Json.Database(PlayTest.Arn("copy"), more: PlayTest.Tagged + ", 'ReadReplicaSourceDBInstanceIdentifier': 'orders'"),
                Json.Database(PlayTest.Arn("shop-1"), more: PlayTest.Tagged + ", 'DBClusterIdentifier': 'shop'"),
                Json.Database(PlayTest.Arn("finance"), engine: "'sqlserver-se'", more: PlayTest.Tagged + ", 'MultiAZ': true"),
                Json.Database(PlayTest.Arn("going"), status: "'deleting'", more: PlayTest.Tagged),
                Json.Database(PlayTest.Arn("plain"))),
            Json.Clusters(Json.Cluster(more: PlayTest.Tagged))));

        Assert.Equal(why, report.Instances.Single(row => row.InstanceId == id).Note);
    }

    [Fact]
    public async Task A_replica_in_a_region_that_is_not_listed_keeps_its_source_up()
    {
        var report = await PlayTest.RunAsync(PlayTest.Input(
            PlayTest.AllServices, Json.Databases(Json.Database(more: PlayTest.Tagged + $", 'ReadReplicaDBInstanceIdentifiers': [{PlayTest.Arn("copy", region: "ap-east-1")}]"))));

        Assert.Equal(0, Assert.Single(report.Instances).Stops);
    }

    [Fact]
    public async Task What_AWS_does_by_itself_is_told_as_its_doing()
    {
        var input = PlayTest.Input(
            PlayTest.AllServices,
            Json.Databases(Json.Database(status: "'stopped'", more: "'AutomaticRestartTime': '2026-11-22T17:00:00+00:00', " + PlayTest.Tagged)));

        var row = Assert.Single((await PlayTest.RunAsync(input)).Instances);

        Assert.Equal(["AWS restarted it after seven days", "AWS restarted it after seven days"], row.Spans.Where(span => span.Cause == PowerCause.Cloud).Select(span => span.Reason));
        Assert.Contains(row.Spans, span => span.State == PowerState.Stopping && span.Reason.Contains("AWS restarted it after seven days", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'stopping'", PowerState.Off)]
    [InlineData("'starting'", PowerState.On)]
    [InlineData("'backing-up'", PowerState.On)]
    [InlineData("'incompatible-network'", PowerState.On)]
    [InlineData("'deleting'", PowerState.Gone)]
    public async Task A_listing_caught_in_a_transition_goes_on(string status, object state)
    {
        var report = await PlayTest.RunAsync(PlayTest.Input(PlayTest.AllServices, Json.Databases(Json.Database(status: status))));

        Assert.Equal(state, Assert.Single(Assert.Single(report.Instances).Spans).State);
    }

    [Theory]
    [InlineData("orders", null)]
    [InlineData("nobody", null)]
    [InlineData("orders", "ap-east-1")]
    public async Task Somebody_who_could_be_meant_twice_or_not_at_all_is_refused(string id, string? region)
    {
        var input = PlayTest.Input(PlayTest.AllServices, Json.Databases(Json.Database(), Json.Database(PlayTest.Arn("orders", region: "cn-northwest-1"))));

        await Assert.ThrowsAsync<ArgumentException>(() => PlayTest.RunAsync(input with { Humans = [new HumanAction(0, LocalTime.Noon, id, HumanActionKind.Stop) { Region = region }] }));
    }

    [Fact]
    public async Task A_standby_costs_as_much_again_and_a_cluster_what_its_members_do()
    {
        var input = PlayTest.Input(
            PlayTest.AllServices,
            Json.Databases(
                Json.Database(status: "'stopped'", more: PlayTest.Tagged + ", 'MultiAZ': true"),
                Json.Database(PlayTest.Arn("shop-1"), "'db.r5.large'", status: "'stopped'", more: "'DBClusterIdentifier': 'shop'"),
                Json.Database(PlayTest.Arn("shop-2"), "'db.t3.medium'", status: "'stopped'", more: "'DBClusterIdentifier': 'shop'")),
            Json.Clusters(Json.Cluster(status: "'stopped'", more: PlayTest.Tagged), Json.Cluster(PlayTest.Arn("empty", "cluster"), status: "'stopped'", more: PlayTest.Tagged)));
        var prices = new PriceList("CNY", new Dictionary<string, decimal>(StringComparer.Ordinal) { ["db.t3.medium"] = 1m, ["db.r5.large"] = 10m }, "illustrative", []);

        var report = await PlayTest.RunAsync(input with { Prices = prices });

        Assert.Equal([2m, 11m, null], report.Instances.Select(row => prices.PriceOf(row.PricedTypes)));
        Assert.Equal(1, ReportTotals.Of(report).Unpriced);
    }

    [Fact]
    public async Task Windows_are_played_in_every_region_of_the_fleet()
    {
        var input = PlayTest.Input(
            PlayTest.AllServices,
            Json.Listing(Json.Instance(), Json.Instance("'i-00000002'", zone: "'cn-northwest-1a'")),
            Json.Windows(Json.Window(more: "'Enabled': false"), Json.Window("'mw-0123456789abcdef1'", "'nightly'")));
        using var simulation = new Simulation(input);

        Assert.Equal(
            ["patches cn-north-1 False", "patches cn-northwest-1 False", "nightly cn-north-1 True", "nightly cn-northwest-1 True"],
            simulation.Stage.Aws.Windows.All.Select(window => $"{window.Name} {window.Region} {window.Enabled}"));
        await simulation.RunAsync(_ => { }, CancellationToken.None);
    }
}
