using Amazon.RDS;
using Amazon.RDS.Model;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Rds;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Rds;
using Moq;
using NodaTime;
using ScheduledService = InstanceScheduler.Aws.Services.Rds.RdsService;
using SdkTag = Amazon.RDS.Model.Tag;

namespace InstanceScheduler.Aws.Tests.Services.Rds;

public sealed class DatabaseListingTests : RdsTest
{
    private const string Key = "arn:aws-cn:kms:cn-north-1:123456789012:key/1234abcd";

    [Fact]
    public async Task All_pages_of_both_are_listed()
    {
        for (var number = 1; number <= 201; number++)
            AddDatabase($"db{number}");
        for (var number = 1; number <= 101; number++)
            Aws.Rds.Add(new LocalCluster { Id = $"cluster{number}", Tags = Tags() });

        var listing = await Service().ListAsync(Tag, Deadline);

        Assert.Equal(302, listing.Instances.Select(database => database.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, Aws.Calls.Count("rds", "DescribeDBInstances"));
        Assert.Equal(2, Aws.Calls.Count("rds", "DescribeDBClusters"));
        Assert.True(listing.IsComplete);
        Assert.Empty(listing.Problems);
    }

    [Fact]
    public async Task Clusters_are_left_alone_without_a_call_where_they_are_not_asked_for()
    {
        AddDatabase("db");
        AddCluster("cluster");

        Assert.Equal("db", Assert.Single(await ListAsync(clusters: false)).Id);
        Assert.Equal(0, Aws.Calls.Count("rds", "DescribeDBClusters"));
    }

    [Fact]
    public async Task The_key_of_the_tag_is_exact()
    {
        AddDatabase("db1");
        AddDatabase("db2", tags: ("schedule", "office"));
        AddDatabase("db3", tags: ("Schedules", "office"));
        AddDatabase("db4", tags: ("Team", Tag));
        Aws.Rds.Add(new LocalDatabase { Id = "db5" });

        Assert.Equal("db1", Assert.Single(await ListAsync()).Id);
    }

    [Theory]
    [InlineData("office", "office")]
    [InlineData(" office ", "office")]
    [InlineData("办公", "办公")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    public async Task The_value_names_the_schedule_and_an_empty_one_none(string value, string? schedule)
    {
        AddDatabase("db", tags: (Tag, value));
        Aws.Rds.Add(new LocalCluster { Id = "cluster", Tags = Tags((Tag, value)) });

        Assert.All(await ListAsync(), database => Assert.Equal(schedule, database.Schedule));
    }

    [Fact]
    public async Task An_instance_and_a_cluster_are()
    {
        Aws.Rds.Add(new LocalDatabase
        {
            Id = "db",
            Class = "db.t4g.medium",
            MaintenanceWindow = "mon:01:00-mon:02:00",
            MultiAz = true,
            Tags = Tags((Tag, "office"), ("IS-LastAction", "Stopped by Hub"), ("IS-Error", "Code"), ("IS-ErrorMessage", "Text")),
        });
        Aws.Rds.Add(new LocalCluster { Id = "cluster", MaintenanceWindow = "tue:23:30-wed:00:30", Tags = Tags() });

        var listed = await ListAsync();

        var instance = listed.Single(database => database.Id == "db");
        Assert.Equal(new ManagedInstance
        {
            Id = "db",
            Arn = $"arn:aws-cn:rds:{Region}:{Account}:db:db",
            Schedule = "office",
            State = PowerState.Running,
            InstanceType = "db.t4g.medium",
            MaintenanceWindow = "mon:01:00-mon:02:00",
            Information = new InformationalTags("Stopped by Hub", "Code", "Text"),
        }, instance);
        var cluster = listed.Single(database => database.Id == "cluster");
        Assert.Equal(new ManagedInstance
        {
            Id = "cluster",
            Arn = $"arn:aws-cn:rds:{Region}:{Account}:cluster:cluster",
            Schedule = "office",
            State = PowerState.Running,
            InstanceType = "cluster",
            MaintenanceWindow = "tue:23:30-wed:00:30",
        }, cluster);
    }

    [Fact]
    public async Task A_stopped_database_tells_when_AWS_will_start_it_and_a_running_one_does_not()
    {
        var database = AddDatabase("db");
        var cluster = AddCluster("cluster");
        Assert.All(await ListAsync(), one => Assert.Null(one.AutomaticRestart));

        Aws.Rds.HumanStop(database);
        Aws.Rds.HumanStop(cluster);
        Assert.All(await ListAsync(), one => Assert.Null(one.AutomaticRestart));
        Time.AdvanceBy(TimeSpan.FromHours(1));

        Assert.All(await ListAsync(), one => Assert.Equal(Instant.FromDateTimeOffset(Start).Plus(Duration.FromDays(7)),
            one.AutomaticRestart!.Value.Minus(Duration.FromMinutes(one.InstanceType == "cluster" ? 8 : 6))));
        Time.AdvanceBy(TimeSpan.FromDays(8));
        Assert.All(await ListAsync(), one => Assert.Equal((PowerState.Running, (Instant?)null), (one.State, one.AutomaticRestart)));
    }

    [Fact]
    public async Task A_restart_time_that_AWS_still_tells_of_a_running_one_is_no_restart()
    {
        var restart = new DateTime(2026, 11, 30, 1, 0, 0, DateTimeKind.Utc);

        Assert.Null((await ListedAsync(instance => instance.AutomaticRestartTime = restart)).AutomaticRestart);
        Assert.Equal(Instant.FromDateTimeUtc(restart), (await ListedAsync(instance =>
        {
            instance.AutomaticRestartTime = restart;
            instance.DBInstanceStatus = "stopped";
        })).AutomaticRestart);
    }

    public static TheoryData<string, string, Action<DBInstance>> UntouchableInstances => new()
    {
        { "member", "member of the cluster \"orders\"", instance => instance.DBClusterIdentifier = "orders" },
        { "replica", "read replica of \"main\"", instance => instance.ReadReplicaSourceDBInstanceIdentifier = "main" },
        { "replica of a cluster", "read replica of \"main\"", instance => instance.ReadReplicaSourceDBClusterIdentifier = "main" },
        { "source", "read replicas (a, b)", instance => instance.ReadReplicaDBInstanceIdentifiers = ["a", "b"] },
        { "source of a cluster", "read replicas (c)", instance => (instance.ReadReplicaDBInstanceIdentifiers, instance.ReadReplicaDBClusterIdentifiers) = ([], ["c"]) },
        { "SQL Server", "SQL Server", instance => (instance.Engine, instance.MultiAZ) = ("sqlserver-se", true) },
    };

    [Theory]
    [MemberData(nameof(UntouchableInstances))]
    public async Task An_instance_is_never_touched_and_says_why_and_what_to_do(string name, string reason, Action<DBInstance> change)
    {
        var instance = await ListedAsync(change);

        Assert.True(instance.Untouchable?.Contains(reason, StringComparison.Ordinal), name);
        Assert.Contains("tag", instance.Untouchable, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<DBInstance>> TouchableInstances => new()
    {
        { "plain", _ => { } },
        { "Multi-AZ", instance => instance.MultiAZ = true },
        { "SQL Server in one zone", instance => (instance.Engine, instance.MultiAZ) = ("sqlserver-ex", false) },
        { "empty lists", instance => (instance.ReadReplicaDBInstanceIdentifiers, instance.ReadReplicaDBClusterIdentifiers, instance.DBClusterIdentifier) = ([], [], "") },
    };

    [Theory]
    [MemberData(nameof(TouchableInstances))]
    public async Task Another_instance_is_touched(string name, Action<DBInstance> change) =>
        Assert.True((await ListedAsync(change)).Untouchable is null, name);

    public static TheoryData<string?, Action<DBCluster>> Clusters => new()
    {
        { null, _ => { } },
        { null, cluster => (cluster.EngineMode, cluster.ReadReplicaIdentifiers, cluster.MultiAZ) = ("provisioned", [], true) },
        { null, cluster => cluster.GlobalWriteForwardingStatus = WriteForwardingStatus.Unknown },
        { "Serverless v1", cluster => cluster.EngineMode = "serverless" },
        { "multi-master", cluster => cluster.EngineMode = "multimaster" },
        { "replica of \"arn:main\"", cluster => cluster.ReplicationSourceIdentifier = "arn:main" },
        { "global database", cluster => cluster.GlobalWriteForwardingStatus = WriteForwardingStatus.Disabled },
        { "replicas (arn:other)", cluster => cluster.ReadReplicaIdentifiers = ["arn:other"] },
    };

    [Theory]
    [MemberData(nameof(Clusters))]
    public void A_cluster_is_never_touched_because(string? reason, Action<DBCluster> change)
    {
        var cluster = new DBCluster { DBClusterIdentifier = "cluster", Status = "available", TagList = [new SdkTag { Key = Tag, Value = "office" }] };
        change(cluster);

        var why = ListedDatabase.Of(cluster).Managed(Tag)!.Untouchable;

        if (reason is null)
            Assert.Null(why);
        else
            Assert.Contains(reason, why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_carries_the_tag_by_mistake_does_not_hinder_its_cluster()
    {
        Aws.Rds.Add(new LocalCluster { Id = "orders", Tags = Tags(), Members = [new LocalDatabase { Id = "orders-1", Tags = Tags() }] });

        var listed = await ListAsync();

        Assert.Null(listed.Single(database => database.Id == "orders").Untouchable);
        Assert.NotNull(listed.Single(database => database.Id == "orders-1").Untouchable);
    }

    [Fact]
    public async Task An_instance_and_a_cluster_of_one_name_are_one_that_is_never_touched()
    {
        AddDatabase("orders");
        Aws.Rds.Add(new LocalCluster { Id = "orders", Tags = Tags() });
        AddDatabase("other");

        var listed = await ListAsync();

        Assert.Equal(2, listed.Length);
        Assert.Contains("\"orders\"", listed.Single(database => database.Id == "orders").Untouchable, StringComparison.Ordinal);
        Assert.Null(listed.Single(database => database.Id == "other").Untouchable);
    }

    [Theory]
    [InlineData("", "night", "cluster")]
    [InlineData("night", "", "db.m5.large")]
    public async Task Of_one_name_the_one_with_a_schedule_counts(string ofInstance, string ofCluster, string type)
    {
        AddDatabase("orders", tags: (Tag, ofInstance));
        Aws.Rds.Add(new LocalCluster { Id = "orders", Tags = Tags((Tag, ofCluster)) });

        var database = Assert.Single(await ListAsync());

        Assert.Equal(("night", type, null), (database.Schedule, database.InstanceType, database.Untouchable));
    }

    [Theory]
    [InlineData("DescribeDBClusters", "db")]
    [InlineData("DescribeDBInstances", "cluster")]
    public async Task One_half_goes_on_without_the_other(string denied, string seen)
    {
        AddDatabase("db");
        AddCluster("cluster");
        Aws.Rds.Deny(Account, Region, $"rds:{denied}");

        var listing = await Service().ListAsync(Tag, Deadline);

        Assert.Equal(seen, Assert.Single(listing.Instances).Id);
        Assert.False(listing.IsComplete);
        var problem = Assert.Single(listing.Problems);
        Assert.Equal("AccessDenied", problem.Code);
        Assert.Contains("left alone in this run", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"allow rds:{denied}", problem.Remedy, StringComparison.Ordinal);
        Assert.Empty(problem.Ids);
    }

    [Fact]
    public async Task A_half_that_is_throttled_for_good_does_not_hold_up_the_other_for_longer_than_the_time_there_is()
    {
        AddDatabase("db");
        Aws.Faults.Add("rds", "DescribeDBClusters", LocalFault.Answer("Throttling"), times: 1_000);
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(60), Time, CancellationToken.None);

        var listing = await Service().ListAsync(Tag, deadline);

        Assert.Equal("db", Assert.Single(listing.Instances).Id);
        Assert.Equal("Throttling", Assert.Single(listing.Problems).Code);
    }

    [Fact]
    public async Task Both_failing_is_no_listing()
    {
        Aws.Rds.Deny(Account, Region, "rds:DescribeDBInstances");
        Aws.Rds.Deny(Account, Region, "rds:DescribeDBClusters");

        await Assert.ThrowsAsync<AmazonRDSException>(() => Service().ListAsync(Tag, Deadline));
        await Assert.ThrowsAsync<AmazonRDSException>(() => Service(clusters: false).ListAsync(Tag, Deadline));
    }

    [Theory]
    [InlineData("DescribeDBInstances")]
    [InlineData("DescribeDBClusters")]
    public async Task An_answer_lost_once_or_a_throttle_changes_nothing(string operation)
    {
        AddDatabase("db");
        AddCluster("cluster");
        Aws.Faults.Add("rds", operation, LocalFault.LoseAnswer);
        Aws.Faults.Add("rds", operation, LocalFault.Answer("Throttling"));

        var listing = await Service().ListAsync(Tag, Deadline);

        Assert.Equal(2, listing.Instances.Length);
        Assert.True(listing.IsComplete);
    }

    [Fact]
    public async Task A_database_that_moves_to_the_next_page_meanwhile_is_listed_once_as_it_was_last()
    {
        var rds = new Mock<IAmazonRDS>();
        rds.SetupSequence(client => client.DescribeDBInstancesAsync(It.IsAny<DescribeDBInstancesRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeDBInstancesResponse { DBInstances = [Described("available")], Marker = "more" })
            .ReturnsAsync(new DescribeDBInstancesResponse { DBInstances = [Described("stopping")] });

        Assert.Equal(PowerState.Stopping, Assert.Single((await Over(rds.Object).ListAsync(Tag, Deadline)).Instances).State);
    }

    [Fact]
    public async Task An_answer_without_lists_is_an_empty_fleet()
    {
        var rds = new Mock<IAmazonRDS>();
        rds.Setup(client => client.DescribeDBInstancesAsync(It.IsAny<DescribeDBInstancesRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeDBInstancesResponse { DBInstances = null });
        rds.Setup(client => client.DescribeDBClustersAsync(It.IsAny<DescribeDBClustersRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeDBClustersResponse { DBClusters = null });

        Assert.Empty((await Over(rds.Object, clusters: true).ListAsync(Tag, Deadline)).Instances);
    }

    [Fact]
    public async Task Trouble_names_the_key()
    {
        var troubled = await ListedAsync(instance => (instance.DBInstanceStatus, instance.KmsKeyId) = ("inaccessible-encryption-credentials-recoverable", Key));

        Assert.Contains(Key, troubled.Trouble, StringComparison.Ordinal);
        Assert.Equal(PowerState.Pending, troubled.State);
    }

    [Fact]
    public async Task What_is_never_touched_has_no_trouble_of_ours() =>
        Assert.Null((await ListedAsync(instance => (instance.DBInstanceStatus, instance.DBClusterIdentifier) = ("storage-full", "orders"))).Trouble);

    private static DBInstance Described(string status) => new()
    {
        DBInstanceIdentifier = "db",
        DBInstanceStatus = status,
        DBInstanceClass = "db.m5.large",
        Engine = "mysql",
        TagList = [new SdkTag { Key = Tag, Value = "office" }],
    };

    private ScheduledService Over(IAmazonRDS client, bool clusters = false) => new(client, Retry, new RdsOptions(Stack, CreateSnapshot: false, clusters));

    private async Task<ManagedInstance> ListedAsync(Action<DBInstance> change)
    {
        var instance = Described("available");
        change(instance);
        var rds = new Mock<IAmazonRDS>();
        rds.Setup(client => client.DescribeDBInstancesAsync(It.IsAny<DescribeDBInstancesRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeDBInstancesResponse { DBInstances = [instance] });
        return Assert.Single((await Over(rds.Object).ListAsync(Tag, Deadline)).Instances);
    }
}
