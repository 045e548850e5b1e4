using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Tests.Fleet;

public sealed class FleetDatabaseTests
{
    [Fact]
    public void A_database_is_read_with_all_that_the_play_needs()
    {
        var database = Assert.Single(FleetFileTests.Read(Json.Databases(Json.Database(
            arn: "'arn:aws-cn:rds:cn-northwest-1:210987654321:db:orders'",
            status: "'stopped'",
            more: """
                'AvailabilityZone': 'cn-northwest-1b', 'MultiAZ': true, 'KmsKeyId': 'arn:aws-cn:kms:k', 'PreferredMaintenanceWindow': 'sat:23:30-sun:00:30',
                'AutomaticRestartTime': '2026-11-30T02:00:00+00:00', 'ReadReplicaSourceDBInstanceIdentifier': 'origin', 'ReadReplicaSourceDBClusterIdentifier': 'many',
                'ReadReplicaDBInstanceIdentifiers': ['copy'], 'ReadReplicaDBClusterIdentifiers': ['copies'], 'DBClusterIdentifier': 'shop',
                'TagList': [{'Key': 'Schedule', 'Value': 'office'}]
                """)), Json.Clusters(Json.Cluster(arn: "'arn:aws-cn:rds:cn-northwest-1:210987654321:cluster:shop'"))).Databases);

        Assert.Equal(("210987654321", "cn-northwest-1", "orders", "db.t3.medium", "mysql", "stopped"),
            (database.Account, database.Region, database.Id, database.Type, database.Engine, database.State));
        Assert.Equal(("cn-northwest-1b", true, "arn:aws-cn:kms:k", "sat:23:30-sun:00:30"), (database.AvailabilityZone, database.MultiAz, database.KmsKeyId, database.MaintenanceWindow));
        Assert.Equal(("origin", "many", "copy", "copies", "shop"),
            (database.ReplicaSource, database.ReplicaSourceCluster, Assert.Single(database.Replicas), Assert.Single(database.ReplicaClusters), database.ClusterId));
        Assert.Equal((DateTimeOffset.Parse("2026-11-30T02:00Z"), "office"), (database.AutomaticRestart, database.Tag("Schedule")));
        Assert.Equal(new ResourceKey("rds", "210987654321", "cn-northwest-1", "orders"), database.Key);
    }

    [Fact]
    public void A_cluster_is_read_with_its_members()
    {
        var fleet = FleetFileTests.Read(
            Json.Clusters(Json.Cluster(more: "'EngineMode': 'serverless', 'DBClusterInstanceClass': 'db.m5d.large', 'PreferredMaintenanceWindow': 'w', 'KmsKeyId': 'k'")),
            Json.Databases(Json.Database(more: "'DBClusterIdentifier': 'shop'"), Json.Database("'arn:aws-cn:rds:cn-north-1:123456789012:db:other'")));

        var cluster = Assert.Single(fleet.Clusters);
        Assert.Equal(("cluster", "serverless", "db.m5d.large", "w", "k"), (cluster.Type, cluster.EngineMode, cluster.Class, cluster.MaintenanceWindow, cluster.KmsKeyId));
        Assert.Equal(["orders"], fleet.MembersOf(cluster).Select(member => member.Id));
        Assert.Empty(fleet.Problems);
    }

    [Fact]
    public void A_window_is_read()
    {
        var window = Assert.Single(FleetFileTests.Read(Json.Listing(Json.Instance()), Json.Windows(Json.Window(more: "'ScheduleTimezone': 'Asia/Shanghai', 'Enabled': false"))).Windows);

        Assert.Equal(("mw-0123456789abcdef0", "patches", 3, "Asia/Shanghai", false), (window.Id, window.Name, window.DurationHours, window.ScheduleTimezone, window.Enabled));
        Assert.Equal("cron(0 2 ? * SAT *)", window.Schedule.Expression);
    }

    [Fact]
    public void Names_count_within_region_and_kind()
    {
        var fleet = FleetFileTests.Read(
            Json.Databases(Json.Database(), Json.Database("'arn:aws-cn:rds:cn-northwest-1:123456789012:db:orders'")),
            Json.Clusters(Json.Cluster("'arn:aws-cn:rds:cn-north-1:123456789012:cluster:orders'")));

        Assert.Equal((2, 1, 0), (fleet.Databases.Count, fleet.Clusters.Count, fleet.Problems.Count));
    }

    [Fact]
    public void A_member_without_its_cluster_is_told()
    {
        var fleet = FleetFileTests.Read(Json.Databases(Json.Database(more: "'DBClusterIdentifier': 'shop'")));

        Assert.Equal(
            "fleet.json: shop: the cluster of orders in cn-north-1 is not listed. It counts as untagged; add the output of \"aws rds describe-db-clusters\"",
            Assert.Single(fleet.Problems).ToString());
    }

    [Theory]
    [InlineData("null", "missing")]
    [InlineData("'orders'", "\"orders\"")]
    [InlineData("'arn:aws-cn:rds:cn-north-1:123456789012:cluster:orders'", "\"arn:aws-cn:rds:cn-north-1:123456789012:cluster:orders\"")]
    [InlineData("'arn:aws-cn:rds:cn-north-1:12345:db:orders'", "\"arn:aws-cn:rds:cn-north-1:12345:db:orders\"")]
    [InlineData("'arn:aws-cn:rds:Beijing:123456789012:db:orders'", "\"arn:aws-cn:rds:Beijing:123456789012:db:orders\"")]
    [InlineData("'arn:aws-cn:rds:cn-north-1:123456789012:db:Or ders'", "\"arn:aws-cn:rds:cn-north-1:123456789012:db:Or ders\"")]
    public void A_database_without_an_arn_is_left_out(string arn, string shown) => Assert.Equal(
        $"fleet.json: orders (DBInstances[1]): DBInstanceArn is {shown}. The database is left out; write an ARN such as arn:aws-cn:rds:cn-north-1:123456789012:db:orders",
        Problem(Json.Database(arn)));

    [Fact]
    public void Every_other_bad_database_is_left_out_alone()
    {
        const string Place = "fleet.json: orders (DBInstances[1]): ";
        Assert.Equal(Place + "DBInstanceClass is 7. The database is left out; write a class such as db.t3.medium", Problem(Json.Database(type: "7")));
        Assert.Equal(Place + "Engine is missing. The database is left out; write an engine such as mysql", Problem(Json.Database(engine: "null")));
        Assert.Equal(Place + "DBInstanceStatus is \"\". The database is left out; write a status such as available or stopped", Problem(Json.Database(status: "''")));
        Assert.Equal(Place + "the database is listed before already. The first listing counts", Problem(Json.Database("'arn:aws-cn:rds:cn-north-1:123456789012:db:before'")));
    }

    [Fact]
    public void A_bad_tag_costs_itself_only()
    {
        var fleet = FleetFileTests.Read(Json.Databases(Json.Database(more: "'TagList': [{'Key': 'a', 'Value': 'b'}, {'Key': 'c', 'Value': 1}]")));

        Assert.Equal([new FleetTag("a", "b")], Assert.Single(fleet.Databases).Tags);
        Assert.StartsWith("fleet.json: orders (DBInstances[0]): TagList holds ", Assert.Single(fleet.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_cluster_is_left_out_alone()
    {
        var clusters = Json.Clusters(
            Json.Cluster(), Json.Cluster("'x'"), Json.Cluster(engine: "null"), Json.Cluster(status: "null"), Json.Cluster(), Json.Cluster("'arn:aws-cn:rds:cn-north-1:123456789012:cluster:b'"));

        var fleet = FleetFileTests.Read(clusters);

        Assert.Equal(["shop", "b"], fleet.Clusters.Select(cluster => cluster.Id));
        Assert.Equal(
            [
                "DBClusterArn is \"x\"", "Engine is missing", "Status is missing", "the cluster is listed before already",
            ],
            fleet.Problems.Select(problem => problem.Fault));
    }

    [Theory]
    [InlineData("WindowId", "'mw-1'", "WindowId is \"mw-1\"")]
    [InlineData("Name", "'a b'", "Name is \"a b\"")]
    [InlineData("Duration", "25", "Duration is 25")]
    [InlineData("Duration", "'3'", "Duration is \"3\"")]
    [InlineData("Schedule", "null", "Schedule is missing")]
    [InlineData("Schedule", "'every night'", "'every night' is no schedule of a maintenance window; use cron(…), rate(…) or at(yyyy-MM-ddTHH:mm:ss)")]
    [InlineData("ScheduleTimezone", "'Beijing'", "ScheduleTimezone is \"Beijing\"")]
    public void A_bad_window_is_left_out_alone(string field, string value, string fault)
    {
        var bad = field switch
        {
            "WindowId" => Json.Window(id: value),
            "Name" => Json.Window(name: value),
            "Duration" => Json.Window(hours: value),
            "Schedule" => Json.Window(schedule: value),
            _ => Json.Window(more: $"'{field}': {value}"),
        };

        var fleet = FleetFileTests.Read(Json.Listing(Json.Instance()), Json.Windows(Json.Window(id: "'mw-00000000000000001'"), bad, Json.Window(id: "'mw-00000000000000002'")));

        Assert.Equal(2, fleet.Windows.Count);
        Assert.Equal(fault, Assert.Single(fleet.Problems).Fault);
    }

    private static string Problem(string bad)
    {
        var fleet = FleetFileTests.Read(Json.Databases(
            Json.Database("'arn:aws-cn:rds:cn-north-1:123456789012:db:before'"), bad, Json.Database("'arn:aws-cn:rds:cn-north-1:123456789012:db:after'")));
        Assert.Equal(["before", "after"], fleet.Databases.Select(database => database.Id));
        return Assert.Single(fleet.Problems).ToString();
    }
}
