using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using Amazon.RDS;
using Amazon.RDS.Model;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

public sealed class RdsAnswerTests
{
    [Fact]
    public async Task Every_member_of_an_instance_is_read()
    {
        using var client = QueryClients.Rds("DescribeDBInstances", $"<DBInstances>{RdsXml.Instance}</DBInstances>");

        var instance = Assert.Single((await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest())).DBInstances!);

        Assert.Equal("db-1", instance.DBInstanceIdentifier);
        Assert.Equal("arn:aws-cn:rds:cn-north-1:123456789012:db:db-1", instance.DBInstanceArn);
        Assert.Equal(("stopped", "db.t3.micro", "mysql"), (instance.DBInstanceStatus, instance.DBInstanceClass, instance.Engine));
        Assert.Equal((true, false), (instance.MultiAZ, instance.StorageEncrypted));
        Assert.Equal(("cl-1", "key"), (instance.DBClusterIdentifier, instance.KmsKeyId));
        Assert.Equal(
            ("db-0", "cl-0"), (instance.ReadReplicaSourceDBInstanceIdentifier, instance.ReadReplicaSourceDBClusterIdentifier));
        Assert.Equal(["db-2", "db-3"], instance.ReadReplicaDBInstanceIdentifiers);
        Assert.Equal(["cl-2"], instance.ReadReplicaDBClusterIdentifiers);
        Assert.Equal("sun:03:00-sun:03:30", instance.PreferredMaintenanceWindow);
        Assert.Equal(Utc("2026-02-03T04:05:06.789"), instance.AutomaticRestartTime);
        Assert.Equal(Utc("2025-12-31T16:00:00"), instance.InstanceCreateTime);
        Assert.Equal(
            (DateTimeKind.Utc, DateTimeKind.Utc), (instance.AutomaticRestartTime!.Value.Kind, instance.InstanceCreateTime!.Value.Kind));
        Assert.Equal(
            [("Schedule", "办公 & more"), ("empty", ""), ("blank", "")], instance.TagList!.Select(tag => (tag.Key, tag.Value)));
    }

    [Fact]
    public async Task Every_member_of_a_cluster_is_read()
    {
        using var client = QueryClients.Rds("DescribeDBClusters", $"<DBClusters>{RdsXml.Cluster}</DBClusters>");

        var cluster = Assert.Single((await client.DescribeDBClustersAsync(new DescribeDBClustersRequest())).DBClusters!);

        Assert.Equal("cl-1", cluster.DBClusterIdentifier);
        Assert.Equal("arn:aws-cn:rds:cn-north-1:123456789012:cluster:cl-1", cluster.DBClusterArn);
        Assert.Equal(("available", "aurora-mysql", "provisioned"), (cluster.Status, cluster.Engine, cluster.EngineMode));
        Assert.Equal(("db.m6gd.large", true, "key"), (cluster.DBClusterInstanceClass, cluster.MultiAZ, cluster.KmsKeyId));
        Assert.Equal(
            [("db-1", true), ("db-2", false)], cluster.DBClusterMembers!.Select(m => (m.DBInstanceIdentifier, m.IsClusterWriter ?? false)));
        Assert.Equal("sun:03:00-sun:03:30", cluster.PreferredMaintenanceWindow);
        Assert.Equal(Utc("2026-02-03T04:05:06.789"), cluster.AutomaticRestartTime);
        Assert.Equal(("Schedule", "office"), cluster.TagList!.Select(tag => (tag.Key, tag.Value)).Single());
        Assert.Equal("arn:source", cluster.ReplicationSourceIdentifier);
        Assert.Equal(["arn:replica"], cluster.ReadReplicaIdentifiers);
        Assert.Equal(WriteForwardingStatus.Enabled, cluster.GlobalWriteForwardingStatus);
    }

    [Fact]
    public async Task Every_member_of_a_snapshot_is_read()
    {
        using var client = QueryClients.Rds("DescribeDBSnapshots", $"<DBSnapshots>{RdsXml.Snapshot}</DBSnapshots>");

        var snapshot = Assert.Single((await client.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest())).DBSnapshots!);

        Assert.Equal(("stack-stopped-db-1", "db-1"), (snapshot.DBSnapshotIdentifier, snapshot.DBInstanceIdentifier));
        Assert.Equal(("available", "manual", "arn:snapshot"), (snapshot.Status, snapshot.SnapshotType, snapshot.DBSnapshotArn));
        Assert.Equal(Utc("2026-02-03T04:05:06"), snapshot.SnapshotCreateTime);
    }

    [Theory]
    [InlineData("StartDBInstance", "db-1")]
    [InlineData("StopDBInstance", "db-1")]
    [InlineData("StartDBCluster", "cl-1")]
    [InlineData("StopDBCluster", "cl-1")]
    [InlineData("DeleteDBSnapshot", "stack-stopped-db-1")]
    public async Task A_change_answers_with_what_it_changed(string action, string expected)
    {
        using var client = QueryClients.Rds(action, RdsXml.Instance + RdsXml.Cluster + RdsXml.Snapshot);

        var identifier = await RdsCalls.All[action](client) switch
        {
            StartDBInstanceResponse r => r.DBInstance?.DBInstanceIdentifier,
            StopDBInstanceResponse r => r.DBInstance?.DBInstanceIdentifier,
            StartDBClusterResponse r => r.DBCluster?.DBClusterIdentifier,
            StopDBClusterResponse r => r.DBCluster?.DBClusterIdentifier,
            DeleteDBSnapshotResponse r => r.DBSnapshot?.DBSnapshotIdentifier,
            _ => null,
        };

        Assert.Equal(expected, identifier);
    }

    [Theory]
    [MemberData(nameof(RdsCalls.Names), MemberType = typeof(RdsCalls))]
    public async Task An_answer_carries_its_request_id_and_status(string action)
    {
        using var client = QueryClients.Rds(action, "");

        var answer = await RdsCalls.All[action](client);

        Assert.Equal(("q-1", HttpStatusCode.OK), (answer.ResponseMetadata.RequestId, answer.HttpStatusCode));
    }

    [Theory]
    [InlineData("<DBInstances><DBInstance><Engine>mysql</Engine></DBInstance></DBInstances>")]
    [InlineData("<DBInstances><DBInstance><Engine>mysql</Engine><MultiAZ/><InstanceCreateTime/><TagList/></DBInstance></DBInstances>")]
    public async Task What_is_absent_or_empty_is_null(string result)
    {
        using var client = QueryClients.Rds("DescribeDBInstances", result);

        var answer = await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest());

        var instance = Assert.Single(answer.DBInstances!);
        Assert.Equal(["Engine"], typeof(DBInstance).GetProperties().Where(p => p.GetValue(instance) is not null).Select(p => p.Name));
        Assert.Null(answer.Marker);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<DBInstances/>")]
    [InlineData("<DBInstances></DBInstances>")]
    [InlineData("<DBInstances>\n  </DBInstances>")]
    public async Task No_instance_is_null_not_an_empty_list(string result)
    {
        using var client = QueryClients.Rds("DescribeDBInstances", result);

        Assert.Null((await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest())).DBInstances);
    }

    [Fact]
    public async Task What_is_not_known_is_passed_over()
    {
        using var client = QueryClients.Rds(
            "DescribeDBInstances",
            $"""
             <New><Deep><DBInstances><DBInstance/></DBInstances></Deep></New><!-- note -->
             <DBInstances><Other><Engine>no</Engine></Other><DBInstance><Endpoint><Engine>no</Engine></Endpoint>
             <TagList><Tag><Key>k</Key><Extra/><Value>v</Value></Tag></TagList><New/><Engine>mysql</Engine></DBInstance></DBInstances>
             <Marker>m</Marker>
             """);

        var answer = await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest());

        var instance = Assert.Single(answer.DBInstances!);
        Assert.Equal(("mysql", "k", "v", "m"), (instance.Engine, instance.TagList![0].Key, instance.TagList[0].Value, answer.Marker));
    }

    [Fact]
    public async Task A_marker_leads_to_the_next_page()
    {
        var service = new FakeService(body: Page("db-3", null));
        service.Earlier.Enqueue((HttpStatusCode.OK, Page("db-1", "m/1+")));
        service.Earlier.Enqueue((HttpStatusCode.OK, Page("db-2", "m 2")));
        using var client = QueryClients.Rds(service);

        List<string?> seen = [];
        var request = new DescribeDBInstancesRequest();
        do
        {
            var page = await client.DescribeDBInstancesAsync(request);
            seen.AddRange(page.DBInstances!.Select(instance => instance.DBInstanceIdentifier));
            request.Marker = page.Marker;
        }
        while (request.Marker is not null);

        Assert.Equal(["db-1", "db-2", "db-3"], seen);
        Assert.Equal([null, "m/1+", "m 2"], service.Requests.Select(sent => Form.Of(sent).GetValueOrDefault("Marker")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no service here")]
    [InlineData("<DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>")]
    [InlineData("<DescribeDBInstancesResponse><DescribeDBInstancesResult></DBInstances></DescribeDBInstancesResponse>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'e'>]><DescribeDBInstancesResponse>&e;</DescribeDBInstancesResponse>")]
    public async Task An_answer_that_cannot_be_read_is_an_error_and_not_an_empty_list(string body)
    {
        using var client = QueryClients.Rds(new FakeService(body: Encoding.UTF8.GetBytes(body)));

        await Assert.ThrowsAsync<XmlException>(() => client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest()));
    }

    private static byte[] Page(string identifier, string? marker) => QueryXml.Answer(
        "DescribeDBInstances",
        $"<DBInstances><DBInstance><DBInstanceIdentifier>{identifier}</DBInstanceIdentifier></DBInstance></DBInstances>"
        + (marker is null ? "" : $"<Marker>{marker}</Marker>"));

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
