using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using Amazon.RDS;
using Amazon.RDS.Model;
using CsCheck;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Rds;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Rds;
using Moq;

namespace InstanceScheduler.Aws.Tests.Services.Rds;

public sealed class StopSnapshotsTests : RdsTest
{
    private const string Name = "hub-stopped-db";

    private static readonly string[] SnapshotCalls = ["DescribeDBSnapshots", "DeleteDBSnapshot"];

    [Fact]
    public async Task A_stop_takes_a_snapshot_and_the_next_one_replaces_it()
    {
        AddDatabase("db");

        for (var day = 1; day <= 3; day++)
        {
            Assert.Single((await StopAsync([Instance("db")], snapshots: true)).Accepted);
            Time.AdvanceBy(TimeSpan.FromHours(1));
            Assert.Equal(Time.GetUtcNow() - TimeSpan.FromMinutes(55), Assert.Single(Aws.Rds.Snapshots(), snapshot => snapshot.Id == Name).AvailableFrom);
            await StartAsync([Instance("db", PowerState.Stopped)]);
            Time.AdvanceBy(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, Aws.Calls.Count("rds", "DeleteDBSnapshot"));
    }

    [Fact]
    public async Task Without_the_feature_there_is_no_call_about_snapshots()
    {
        AddDatabase("db");
        AddCluster("cluster");
        AddSnapshot("db");

        Assert.Equal(2, (await StopAsync(await ListAsync())).Accepted.Count);

        Assert.All(SnapshotCalls, operation => Assert.Equal(0, Aws.Calls.Count("rds", operation)));
        Assert.Single(Aws.Rds.Snapshots());
    }

    [Fact]
    public async Task A_cluster_takes_none()
    {
        AddCluster("cluster");

        Assert.Single((await StopAsync([Cluster("cluster")], snapshots: true)).Accepted);

        Assert.Equal(["StopDBCluster"], Aws.Calls.Select(call => call.Operation));
        Assert.Empty(Aws.Rds.Snapshots());
    }

    [Fact]
    public async Task A_start_touches_none()
    {
        AddDatabase("db", "stopped");
        AddSnapshot("db");

        await Service(snapshots: true).StartAsync([new StartOrder(Instance("db", PowerState.Stopped))], Deadline);

        Assert.Equal(["StartDBInstance"], Aws.Calls.Select(call => call.Operation));
    }

    [Fact]
    public async Task A_snapshot_of_another_database_stays_and_the_stop_waits_for_a_person()
    {
        AddDatabase("db");
        AddSnapshot("other");

        var outcome = await StopAsync([Instance("db")], snapshots: true);

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("SnapshotNameTaken", "db"), (problem.Code, Assert.Single(problem.Ids)));
        Assert.Contains("other", problem.Message, StringComparison.Ordinal);
        Assert.Contains("create_rds_snapshot", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal("available", Aws.Rds.Database("db").Status);
        Assert.Single(Aws.Rds.Snapshots());
        Assert.Empty(outcome.Unknown);
    }

    [Theory]
    [InlineData("db-OLD", "db-NEW", false)]
    [InlineData("db-NEW", "db-NEW", true)]
    [InlineData(null, "db-NEW", true)]
    [InlineData("db-OLD", null, true)]
    public async Task Nor_is_one_of_an_earlier_database_of_the_same_name_deleted(string? ofSnapshot, string? ofInstance, bool isDeleted)
    {
        var rds = new Mock<IAmazonRDS>(MockBehavior.Strict);
        rds.Setup(client => client.DescribeDBSnapshotsAsync(It.IsAny<DescribeDBSnapshotsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeDBSnapshotsResponse
            {
                DBSnapshots = [new DBSnapshot { DBSnapshotIdentifier = Name, DBInstanceIdentifier = "db", DbiResourceId = ofSnapshot }],
            });
        rds.Setup(client => client.DescribeDBInstancesAsync(It.IsAny<DescribeDBInstancesRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeDBInstancesResponse
            {
                DBInstances = [new DBInstance { DBInstanceIdentifier = "db", DbiResourceId = ofInstance, DBInstanceStatus = "available" }],
            });
        if (isDeleted)
        {
            rds.Setup(client => client.DeleteDBSnapshotAsync(
                    It.Is<DeleteDBSnapshotRequest>(request => request.DBSnapshotIdentifier == Name), It.IsAny<CancellationToken>()))
                .ReturnsAsync(new DeleteDBSnapshotResponse());
            rds.Setup(client => client.StopDBInstanceAsync(
                    It.Is<StopDBInstanceRequest>(request => request.DBSnapshotIdentifier == Name), It.IsAny<CancellationToken>()))
                .ReturnsAsync(new StopDBInstanceResponse());
        }

        var outcome = await new Aws.Services.Rds.RdsService(rds.Object, Retry, new RdsOptions(Stack, CreateSnapshot: true, ScheduleClusters: false))
            .StopAsync([new StopOrder(Instance("db"))], Deadline);

        Assert.Equal(isDeleted ? 1 : 0, outcome.Accepted.Count);
        Assert.Equal(isDeleted ? [] : ["SnapshotNameTaken"], outcome.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("backing-up")]
    [InlineData("rebooting")]
    [InlineData("stopping")]
    [InlineData("storage-full")]
    public async Task A_database_that_became_unavailable_keeps_its_snapshot(string status)
    {
        Aws.Rds.SetStatus(AddDatabase("db"), status);
        AddSnapshot("db");

        var problem = Assert.Single((await StopAsync([Instance("db")], snapshots: true)).Problems);

        Assert.Equal("NoLongerAvailable", problem.Code);
        Assert.Contains(status, problem.Message, StringComparison.Ordinal);
        Assert.Single(Aws.Rds.Snapshots());
        Assert.Equal(0, Aws.Calls.Count("rds", "StopDBInstance"));
    }

    [Theory]
    [InlineData("InvalidDBInstanceState")]
    [InlineData("SnapshotQuotaExceeded")]
    [InlineData("AccessDenied")]
    public async Task A_stop_refused_after_the_deletion_tells_of_the_lost_snapshot(string code)
    {
        AddDatabase("db").StopRefusal = code;
        AddSnapshot("db");
        AddDatabase("fine");

        var outcome = await StopAsync([Instance("db"), Instance("fine")], snapshots: true);

        Assert.Equal("fine", Assert.Single(outcome.Accepted));
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(code, problem.Code);
        Assert.Contains($"deleted just before, to make way for new ones: {Name}", problem.Message, StringComparison.Ordinal);
        Assert.Contains("take one by hand", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_refused_without_a_deletion_tells_of_none()
    {
        AddDatabase("db").StopRefusal = "InvalidDBInstanceState";

        Assert.DoesNotContain("deleted", Assert.Single((await StopAsync([Instance("db")], snapshots: true)).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_quota_of_snapshots_says_what_to_do()
    {
        AddDatabase("db");
        Aws.Rds.SetSnapshotQuota(Account, Region, 0);

        var problem = Assert.Single((await StopAsync([Instance("db")], snapshots: true)).Problems);

        Assert.Equal("SnapshotQuotaExceeded", problem.Code);
        Assert.Contains("delete manual snapshots", problem.Remedy, StringComparison.Ordinal);
        Assert.Contains("create_rds_snapshot off", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_somebody_took_meanwhile_says_so()
    {
        AddDatabase("db");
        Aws.Faults.Add("rds", "StopDBInstance", LocalFault.Answer("DBSnapshotAlreadyExists"));

        Assert.Contains("took the name meanwhile", Assert.Single((await StopAsync([Instance("db")], snapshots: true)).Problems).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_still_being_made_is_not_deleted_and_nothing_is_lost()
    {
        AddDatabase("db");
        Aws.Rds.Add(new LocalSnapshot { Id = Name, DatabaseId = "db", AvailableFrom = Start + TimeSpan.FromHours(1) });

        var problem = Assert.Single((await StopAsync([Instance("db")], snapshots: true)).Problems);

        Assert.Equal("InvalidDBSnapshotState", problem.Code);
        Assert.DoesNotContain("make way", problem.Message, StringComparison.Ordinal);
        Assert.Contains("next run", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal("available", Aws.Rds.Database("db").Status);
    }

    [Theory]
    [InlineData("DescribeDBSnapshots")]
    [InlineData("DeleteDBSnapshot")]
    public async Task A_role_that_may_not_names_what_to_allow_or_switch_off_and_nothing_is_stopped_or_lost(string operation)
    {
        AddDatabase("db");
        AddSnapshot("db");
        Aws.Rds.Deny(Account, Region, $"rds:{operation}");

        var problem = Assert.Single((await StopAsync([Instance("db")], snapshots: true)).Problems);

        Assert.Equal("AccessDenied", problem.Code);
        Assert.StartsWith($"{operation} failed", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("make way", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"allow rds:{operation}", problem.Remedy, StringComparison.Ordinal);
        Assert.Contains("create_rds_snapshot off", problem.Remedy, StringComparison.Ordinal);
        Assert.Single(Aws.Rds.Snapshots());
        Assert.Equal("available", Aws.Rds.Database("db").Status);
    }

    [Theory]
    [InlineData("DescribeDBSnapshots")]
    [InlineData("DescribeDBInstances")]
    [InlineData("DeleteDBSnapshot")]
    public async Task An_answer_lost_on_the_way_to_the_stop_and_a_throttle_change_nothing(string operation)
    {
        AddDatabase("db");
        AddSnapshot("db");
        Aws.Faults.Add("rds", operation, LocalFault.LoseAnswer);
        Aws.Faults.Add("rds", operation, LocalFault.Answer("Throttling"));

        var outcome = await StopAsync([Instance("db")], snapshots: true);

        Assert.Single(outcome.Accepted);
        Assert.Empty(outcome.Problems);
        Assert.Empty(outcome.Unknown);
    }

    [Fact]
    public async Task The_lost_answer_of_a_stop_leaves_it_unknown_and_the_snapshot_is_made()
    {
        AddDatabase("db");
        Aws.Faults.Add("rds", "StopDBInstance", LocalFault.LoseAnswer);

        var outcome = await StopAsync([Instance("db")], snapshots: true);

        Assert.Equal("db", Assert.Single(outcome.Unknown));
        Assert.Empty(outcome.Problems);
        Assert.Equal(Name, Assert.Single(Aws.Rds.Snapshots()).Id);
    }

    [Theory]
    [InlineData("DeleteDBSnapshot", true, true)]
    [InlineData("DeleteDBSnapshot", false, false)]
    [InlineData("StopDBInstance", true, true)]
    [InlineData("StopDBInstance", false, true)]
    public async Task What_outlives_the_retries_tells_of_a_snapshot_that_may_be_lost(string operation, bool isFault, bool isLost)
    {
        AddDatabase("db");
        AddSnapshot("db");
        Aws.Faults.Add("rds", operation, isFault ? LocalFault.Answer("InternalFailure", 500) : LocalFault.Answer("Throttling"), times: 1_000);
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(60), Time, CancellationToken.None);

        var outcome = await StopAsync([Instance("db")], snapshots: true, deadline);

        Assert.Equal(isFault && operation == "StopDBInstance" ? ["db"] : ImmutableHashSet<string>.Empty, outcome.Unknown);
        Assert.Equal(isLost, Assert.Single(outcome.Problems).Message.Contains(Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_gone_since_the_listing_costs_no_snapshot()
    {
        AddSnapshot("db");

        var problem = Assert.Single((await StopAsync([Instance("db")], snapshots: true)).Problems);

        Assert.Equal("DBInstanceNotFound", problem.Code);
        Assert.Single(Aws.Rds.Snapshots());
    }

    [Fact]
    public async Task The_snapshot_that_another_run_deleted_is_no_obstacle()
    {
        AddDatabase("db");
        AddSnapshot("db");
        Aws.Faults.Add("rds", "DeleteDBSnapshot", LocalFault.Answer("DBSnapshotNotFound", (int)HttpStatusCode.NotFound));
        Aws.Faults.Add("rds", "StopDBInstance", LocalFault.Answer("InvalidDBInstanceState"));

        Assert.Contains(Name, Assert.Single((await StopAsync([Instance("db")], snapshots: true)).Problems).Message, StringComparison.Ordinal);
    }

    /// <summary>What goes wrong with a call: nothing, a refusal, or something temporary once.</summary>
    private static readonly ImmutableArray<LocalFault?> Mishaps =
    [
        null, null, LocalFault.Answer("AccessDenied", 403), LocalFault.Answer("InvalidDBInstanceState"), LocalFault.Answer("Throttling"),
        LocalFault.LoseAnswer, LocalFault.LoseRequest,
    ];

    [Fact]
    public async Task Whatever_goes_wrong_on_the_way_nothing_is_forgotten_and_no_snapshot_is_lost_in_silence() =>
        await Gen.Int[0, Mishaps.Length - 1].Array[4].Array[1, 8].SampleAsync(async databases =>
        {
            using var world = new StopSnapshotsTests();
            string[] calls = ["DescribeDBSnapshots", "DescribeDBInstances", "DeleteDBSnapshot", "StopDBInstance"];
            var struck = new ConcurrentDictionary<(int, string), bool>();
            for (var number = 0; number < databases.Length; number++)
            {
                world.AddDatabase($"db{number}");
                world.Aws.Rds.Add(new LocalSnapshot { Id = $"hub-stopped-db{number}", DatabaseId = $"db{number}" });
            }

            world.Aws.Faults.Add(call =>
            {
                var number = call.Resources.Count == 0 ? -1 : call.Resources[0][^1] - '0';
                var place = Array.IndexOf(calls, call.Operation);
                return number < 0 || place < 0 || !struck.TryAdd((number, call.Operation), true) ? null : Mishaps[databases[number][place]];
            });

            var ids = Enumerable.Range(0, databases.Length).Select(number => $"db{number}").ToArray();
            var outcome = await world.StopAsync(ids.Select(id => Instance(id)), snapshots: true);

            foreach (var id in ids)
            {
                var problems = outcome.Problems.Where(problem => problem.Ids.Contains(id)).ToArray();
                Assert.Equal(1, (outcome.Accepted.Contains(id) ? 1 : 0) + (outcome.Unknown.Contains(id) && problems.Length == 0 ? 1 : 0) + problems.Length);
                var isStopping = world.Aws.Rds.Database(id).Status == "stopping";
                Assert.Equal(isStopping, outcome.Accepted.Contains(id) || (outcome.Unknown.Contains(id) && isStopping));
                var hasSnapshot = world.Aws.Rds.Snapshots().Any(snapshot => snapshot.Id == $"hub-stopped-{id}");
                Assert.True(hasSnapshot || outcome.Unknown.Contains(id) || problems.Single().Message.Contains($"hub-stopped-{id}", StringComparison.Ordinal));
            }
        }, iter: 100);

    private void AddSnapshot(string databaseId) => Aws.Rds.Add(new LocalSnapshot { Id = Name, DatabaseId = databaseId });
}
