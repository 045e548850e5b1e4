using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class RdsListingTests(Transport transport) : RdsTest(transport)
{
    [Fact]
    public async Task An_instance_is_listed_with_all_that_a_scheduler_reads()
    {
        Rds.Add(new LocalDatabase
        {
            Id = "billing",
            Engine = "postgres",
            Class = "db.t3.medium",
            Zone = 'b',
            MultiAz = true,
            MaintenanceWindow = "mon:01:00-mon:02:00",
            KmsKeyId = "arn:aws-cn:kms:cn-north-1:123456789012:key/k",
            Tags = new Dictionary<string, string> { ["Schedule"] = "office", ["Name"] = "a <b> & \"c\" 'd' 数据库" },
        });

        var answer = await Call("DescribeDBInstances");

        Assert.Equal((200, "DescribeDBInstancesResponse"), (answer.Status, answer.Root.Name.LocalName));
        Assert.Equal(["billing"], answer.Each("DBInstance", "DBInstanceIdentifier"));
        Assert.Equal(
            ("available", "postgres", "db.t3.medium", "true", "mon:01:00-mon:02:00", Arn("db:billing")),
            (answer["DBInstanceStatus"], answer["Engine"], answer["DBInstanceClass"], answer["MultiAZ"],
                answer["PreferredMaintenanceWindow"], answer["DBInstanceArn"]));
        Assert.Equal(
            ("5432", "cn-north-1b", "cn-north-1a"), (answer["Port"], answer["AvailabilityZone"], answer["SecondaryAvailabilityZone"]));
        Assert.Equal(("true", "arn:aws-cn:kms:cn-north-1:123456789012:key/k"), (answer["StorageEncrypted"], answer["KmsKeyId"]));
        Assert.Equal("Name=a <b> & \"c\" 'd' 数据库, Schedule=office", answer.Tags);
        Assert.Null(answer["AutomaticRestartTime"]);
        Assert.Null(answer["DBClusterIdentifier"]);
        Assert.Null(answer["Marker"]);
        Assert.EndsWith(".rds.cn-north-1.amazonaws.com.cn", answer["Address"]!, StringComparison.Ordinal);
        Assert.InRange(answer.Text.Length, 3000, 6000);
    }

    [Fact]
    public async Task A_cluster_is_listed_and_so_are_its_members()
    {
        Add("alone");
        Rds.Add(new LocalCluster
        {
            Id = "shop",
            Engine = "aurora-postgresql",
            KmsKeyId = "arn:aws-cn:kms:cn-north-1:123456789012:key/k",
            Tags = new Dictionary<string, string> { ["Schedule"] = "office" },
            Members = [new LocalDatabase { Id = "shop-1" }, new LocalDatabase { Id = "shop-2", Engine = "ignored" }],
        });

        var clusters = await Call("DescribeDBClusters");
        var instances = await Call("DescribeDBInstances");

        Assert.Equal(
            ("shop", "available", "aurora-postgresql", "provisioned", "Schedule=office", Arn("cluster:shop"), "sun:18:00-sun:18:30"),
            (clusters["DBClusterIdentifier"], clusters.ClusterStatus, clusters["Engine"], clusters["EngineMode"], clusters.Tags,
                clusters["DBClusterArn"], clusters["PreferredMaintenanceWindow"]));
        Assert.Equal(["shop-1", "shop-2"], clusters.Each("DBClusterMember", "DBInstanceIdentifier"));
        Assert.Equal(["true", "false"], clusters.Each("DBClusterMember", "IsClusterWriter"));
        Assert.InRange(clusters.Text.Length, 2500, 6000);
        Assert.Equal(["alone", "shop-1", "shop-2"], instances.Each("DBInstance", "DBInstanceIdentifier"));
        Assert.Equal(["-", "shop", "shop"], instances.Each("DBInstance", "DBClusterIdentifier"));
        Assert.Equal(["mysql", "aurora-postgresql", "aurora-postgresql"], instances.Each("DBInstance", "Engine"));
        Assert.Equal(["false", "true", "true"], instances.Each("DBInstance", "StorageEncrypted"));
    }

    [Fact]
    public async Task A_source_lists_its_replicas_in_other_regions_too()
    {
        Add("source");
        Rds.Add(new LocalDatabase { Id = "near", ReadReplicaSource = "source" });
        Rds.Add(new LocalDatabase { Id = "far", Region = Ningxia, ReadReplicaSource = Arn("db:source") });
        Rds.Add(new LocalDatabase { Id = "of-cluster", ReadReplicaSourceCluster = "shop" });
        Rds.Add(new LocalDatabase { Id = "zed", ReadReplicaClusters = ["copy"] });

        var answer = await Call("DescribeDBInstances");

        Assert.Equal(["source", "-", "-", "-"], answer.Each("DBInstance", "ReadReplicaSourceDBInstanceIdentifier"));
        Assert.Equal(["-", "shop", "-", "-"], answer.Each("DBInstance", "ReadReplicaSourceDBClusterIdentifier"));
        Assert.Equal([$"arn:aws-cn:rds:{Ningxia}:{Hub}:db:far", "near"], answer.All("ReadReplicaDBInstanceIdentifier"));
        Assert.Equal(["copy"], answer.All("ReadReplicaDBClusterIdentifier"));
    }

    [Theory]
    [InlineData("DescribeDBInstances", "DBInstanceIdentifier", "a", "a")]
    [InlineData("DescribeDBInstances", "DBInstanceIdentifier", "A", "a")]
    [InlineData("DescribeDBInstances", "DBInstanceIdentifier", "arn:aws-cn:rds:cn-north-1:123456789012:db:a", "a")]
    [InlineData("DescribeDBInstances", "db-instance-id", "a|c-1", "a c-1")]
    [InlineData("DescribeDBInstances", "db-instance-id", "A", "")] // values of filters are case-sensitive
    [InlineData("DescribeDBInstances", "db-instance-id", "arn:aws-cn:rds:cn-north-1:123456789012:db:b", "b")]
    [InlineData("DescribeDBInstances", "db-cluster-id", "c", "c-1")]
    [InlineData("DescribeDBInstances", "engine", "mysql", "a b")]
    [InlineData("DescribeDBClusters", "DBClusterIdentifier", "C", "c")]
    [InlineData("DescribeDBClusters", "DBClusterIdentifier", "arn:aws-cn:rds:cn-north-1:123456789012:cluster:c", "c")]
    [InlineData("DescribeDBClusters", "db-cluster-id", "arn:aws-cn:rds:cn-north-1:123456789012:cluster:d", "d")]
    [InlineData("DescribeDBClusters", "engine", "neptune", "d")]
    public async Task A_listing_is_narrowed_by(string action, string name, string value, string expected)
    {
        Add("b");
        Add("a");
        Rds.Add(new LocalCluster { Id = "d", Engine = "neptune" });
        Rds.Add(new LocalCluster { Id = "c", Members = [new LocalDatabase { Id = "c-1" }] });

        var answer = await Call(action, char.IsLower(name[0]) ? Filter(name, value) : [(name, value)]);

        Assert.Equal(expected, string.Join(' ', Ids(answer.Succeeded)));
    }

    [Fact]
    public async Task Every_filter_must_match_and_either_name_of_list_items_does()
    {
        Add("a");
        Add("b");

        var answer = await Call(
            "DescribeDBInstances",
            ("Filters.member.1.Name", "engine"), ("Filters.member.1.Values.member.1", "mysql"),
            ("Filters.member.2.Name", "db-instance-id"), ("Filters.member.2.Values.member.1", "b"));

        Assert.Equal(["b"], Ids(answer));
    }

    [Theory]
    [InlineData("DescribeDBInstances", "DBInstanceIdentifier", "x", 404, "DBInstanceNotFound", "DBInstance x not found.")]
    [InlineData("DescribeDBClusters", "DBClusterIdentifier", "x", 404, "DBClusterNotFoundFault", "DBCluster x not found.")]
    [InlineData("DescribeDBInstances", "MaxRecords", "19", 400, "InvalidParameterValue", "Must be between 20 and 100")]
    [InlineData("DescribeDBInstances", "MaxRecords", "101", 400, "InvalidParameterValue", "Must be between 20 and 100")]
    [InlineData("DescribeDBClusters", "MaxRecords", "many", 400, "InvalidParameterValue", "Invalid value many for MaxRecords")]
    [InlineData("DescribeDBInstances", "Marker", "x", 400, "InvalidParameterValue", "Marker")]
    [InlineData("DescribeDBInstances", "tag-key", "x", 400, "InvalidParameterValue", "Unrecognized filter name: tag-key")]
    [InlineData("DescribeDBClusters", "db-instance-id", "x", 400, "InvalidParameterValue", "Unrecognized filter name: db-instance-id")]
    [InlineData("StartDBInstance", "DBInstanceIdentifier", "x", 404, "DBInstanceNotFound", "DBInstance x not found.")]
    [InlineData("StopDBCluster", "DBClusterIdentifier", "x", 404, "DBClusterNotFoundFault", "DBCluster x not found.")]
    [InlineData("StopDBInstance", "Marker", "x", 400, "MissingParameter", "DBInstanceIdentifier")]
    [InlineData("RebootDBInstance", "Marker", "x", 400, "InvalidAction", "RebootDBInstance")]
    public async Task A_request_that_cannot_be_is_refused(
        string action, string name, string value, int status, string code, string message)
    {
        var answer = await Call(action, char.IsLower(name[0]) ? Filter(name, value) : [(name, value)]);

        Assert.Equal((status, code, "Sender"), (answer.Status, answer.Error, answer["Type"]));
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
        Assert.Equal("00000000-0000-4000-8000-000000000001", answer["RequestId"]);
    }

    [Fact]
    public async Task A_request_names_an_action_and_its_version()
    {
        var unversioned = await Send([("Action", "DescribeDBInstances")]);
        var nothing = await Send([("Version", "2014-10-31")]);

        Assert.Equal(("InvalidAction", "MissingAction"), (unversioned.Error, nothing.Error));
        Assert.Contains("NO_VERSION_SPECIFIED", unversioned.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DescribeDBInstances")]
    [InlineData("DescribeDBClusters")]
    public async Task Pages_hold_each_id_once_in_order_also_when_some_are_added_in_between(string action)
    {
        void AddOne(string id)
        {
            Add(id);
            Rds.Add(new LocalCluster { Id = id });
        }

        for (var i = 44; i >= 0; i--)
        {
            AddOne($"db-{i:d2}");
        }

        List<(string, string)> form = [("MaxRecords", "20")];
        List<string> seen = [];
        List<int> sizes = [];
        do
        {
            var answer = await Call(action, [.. form]);
            seen.AddRange(Ids(answer));
            sizes.Add(Ids(answer).Length);
            form = answer["Marker"] is { } marker ? [("MaxRecords", "20"), ("Marker", marker)] : [];
            AddOne($"aa-{sizes.Count}");
        }
        while (form.Count > 0);

        Assert.Equal([20, 20, 5], sizes);
        Assert.Equal(Enumerable.Range(0, 45).Select(i => $"db-{i:d2}"), seen);
    }

    [Fact]
    public async Task A_page_holds_a_hundred_unless_asked_otherwise()
    {
        for (var i = 0; i < 101; i++)
        {
            Add($"db-{i:d3}");
        }

        var answer = await Call("DescribeDBInstances");

        Assert.Equal(100, Ids(answer).Length);
        Assert.NotNull(answer["Marker"]);
    }

    [Fact]
    public async Task Accounts_and_regions_have_databases_of_their_own()
    {
        Aws.Credentials["AKIDOTHER"] = Other;
        Add("same");
        Rds.Add(new LocalDatabase { Id = "same", Region = Ningxia, Class = "db.r5.large" });
        Rds.Add(new LocalDatabase { Id = "same", Account = Other, InitialStatus = "stopped" });
        (string, string)[] form = [("Action", "DescribeDBInstances"), ("Version", "2014-10-31")];

        Assert.Equal("db.r5.large", (await Send(form, region: Ningxia))["DBInstanceClass"]);
        Assert.Equal("stopped", (await Send(form, key: "AKIDOTHER"))["DBInstanceStatus"]);
        Assert.Equal((403, "InvalidClientTokenId"), await Outcome(Send(form, region: "cn-south-1")));
        Assert.Equal("stopped", Rds.Database("SAME", Other).Status);
        Assert.Throws<KeyNotFoundException>(() => Rds.Database("same", Other, Ningxia));
    }

    [Fact]
    public async Task A_call_is_recorded_with_what_it_is_about()
    {
        Add("a");
        await Call("DescribeDBInstances");
        await StopDb("a", "snap");
        await Call("ListTagsForResource", ("ResourceName", Arn("db:a")));

        Assert.Equal(
            ["DescribeDBInstances() 1", "StopDBInstance(a,snap) 1", $"ListTagsForResource({Arn("db:a")}) 0"],
            Aws.Calls.Select(c => $"{c.Operation}({string.Join(',', c.Resources)}) {c.ItemCount}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Billing")]
    [InlineData("1st")]
    [InlineData("a--b")]
    [InlineData("a-")]
    [InlineData("a_b")]
    public void An_identifier_that_rds_would_not_take_is_refused(string id) => Assert.Throws<ArgumentException>(() => Add(id));

    [Fact]
    public void An_id_is_taken_once_by_kind_account_and_region()
    {
        Add("a");
        Rds.Add(new LocalCluster { Id = "a" });
        Rds.Add(new LocalSnapshot { Id = "a", DatabaseId = "a" });

        Assert.Throws<ArgumentException>(() => Add("a"));
        Assert.Throws<ArgumentException>(() => Rds.Add(new LocalCluster { Id = "a" }));
        Assert.Throws<ArgumentException>(() => Rds.Add(new LocalCluster { Id = "b", Members = [new LocalDatabase { Id = "a" }] }));
        Assert.Throws<ArgumentException>(() => Rds.Add(new LocalSnapshot { Id = "A", DatabaseId = "a" }));
        Assert.Throws<ArgumentException>(() => Rds.Add(new LocalDatabase { Id = "z", Region = "cn-south-1" }));
        Assert.Equal(2, Rds.Databases.Count() + Rds.Clusters.Count());
    }

    private static (string, string)[] Filter(string name, string values) =>
    [
        ("Filters.Filter.1.Name", name),
        .. values.Split('|').Select((value, i) => ($"Filters.Filter.1.Values.Value.{i + 1}", value)),
    ];

    private static string[] Ids(RdsAnswer answer) => answer.Root.Name.LocalName.StartsWith("DescribeDBInstances", StringComparison.Ordinal)
        ? answer.Each("DBInstance", "DBInstanceIdentifier")
        : answer.Each("DBCluster", "DBClusterIdentifier");

    private static async Task<(int, string?)> Outcome(Task<RdsAnswer> call) => ((await call).Status, (await call).Error);
}

public sealed class RdsListingInProcessTests() : RdsListingTests(Transport.InProcess);

public sealed class RdsListingLoopbackTests() : RdsListingTests(Transport.Loopback);
