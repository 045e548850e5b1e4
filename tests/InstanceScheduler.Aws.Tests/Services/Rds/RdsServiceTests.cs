using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Rds;
using NodaTime;

namespace InstanceScheduler.Aws.Tests.Services.Rds;

public sealed class RdsServiceTests : RdsTest
{
    private const string Key = "arn:aws-cn:kms:cn-north-1:123456789012:key/1234abcd";

    [Fact]
    public void It_changes_no_types_and_hears_no_reasons() => Assert.Equal((false, false), (Service().CanResize, Service().TellsTransitions));

    [Fact]
    public async Task Instances_and_clusters_start_and_stop()
    {
        AddDatabase("db", "stopped");
        AddCluster("cluster", "stopped");

        var started = await StartAsync(await ListAsync());
        Assert.Equal(["cluster", "db"], started.Accepted.Order(StringComparer.Ordinal));
        Assert.All(await ListAsync(), database => Assert.Equal(PowerState.Pending, database.State));
        Time.AdvanceBy(TimeSpan.FromHours(1));
        Assert.All(await ListAsync(), database => Assert.Equal(PowerState.Running, database.State));

        var stopped = await StopAsync(await ListAsync());
        Assert.Equal(["cluster", "db"], stopped.Accepted.Order(StringComparer.Ordinal));
        Assert.All(await ListAsync(), database => Assert.Equal(PowerState.Stopping, database.State));
        Time.AdvanceBy(TimeSpan.FromHours(1));
        Assert.All(await ListAsync(), database => Assert.Equal(PowerState.Stopped, database.State));
        Assert.Empty(started.Problems.Concat(stopped.Problems));
        Assert.Empty(started.Unknown.Union(stopped.Unknown));
    }

    [Fact]
    public async Task A_Multi_AZ_instance_stops_and_starts()
    {
        var database = Aws.Rds.Add(new LocalDatabase { Id = "db", MultiAz = true, Tags = Tags() });

        Assert.Single((await StopAsync(await ListAsync())).Accepted);
        Time.AdvanceBy(TimeSpan.FromHours(1));
        Assert.Single((await StartAsync(await ListAsync())).Accepted);
        Assert.Equal("starting", database.Status);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "InvalidDBInstanceState", "tried again next run" },
        { "InvalidDBClusterStateFault", "tried again next run" },
        { "InsufficientDBInstanceCapacity", "another instance class or zone" },
        { "InsufficientDBClusterCapacityFault", "another instance class or zone" },
        { "KMSKeyNotAccessibleFault", Key },
        { "InvalidSubnet", "subnet group" },
        { "InvalidVPCNetworkStateFault", "subnet group" },
        { "DBSubnetGroupNotFoundFault", "subnet group" },
        { "DBSubnetGroupDoesNotCoverEnoughAZs", "subnet group" },
        { "InsufficientAvailableIPsInSubnetFault", "addresses" },
        { "VpcEncryptionControlViolationException", "encrypts in transit" },
        { "StorageQuotaExceeded", "quota" },
        { "InstanceQuotaExceeded", "quota" },
        { "AuthorizationNotFound", "AWSServiceRoleForRDS" },
        { "DBInstanceNotFound", "nothing to do" },
        { "DBClusterNotFoundFault", "nothing to do" },
        { "InvalidParameterCombination", "remove its schedule tag" },
        { "AccessDenied", "allow rds:StartDBInstance on arn:aws-cn:rds:cn-north-1:123456789012:db:db" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_start_that_AWS_refuses_is_one_problem_with_what_to_do_and_keeps_no_other_from_starting(string code, string remedy)
    {
        var databases = AddMany(30);
        foreach (var place in (int[])[0, 14, 29])
            Aws.Rds.Database(databases[place].Id).StartRefusal = code;
        AddKeyed("db-with-key", code);

        var outcome = await StartAsync(databases.Add(Instance("db-with-key")));

        Assert.Equal(27, outcome.Accepted.Count);
        Assert.Empty(outcome.Unknown);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal(["db-with-key", "db001", "db015", "db030"], problem.Ids.Order(StringComparer.Ordinal));
        Assert.StartsWith("StartDBInstance failed", problem.Message, StringComparison.Ordinal);
        Assert.Contains(code == "KMSKeyNotAccessibleFault" ? "KMS key" : remedy, problem.Remedy, StringComparison.Ordinal);

        var alone = await StartAsync([Instance("db-with-key")]);
        Assert.Contains(remedy.Replace("db:db", "db:db-with-key", StringComparison.Ordinal), Assert.Single(alone.Problems).Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InvalidDBInstanceState", "tried again next run")]
    [InlineData("InvalidDBClusterStateFault", "tried again next run")]
    [InlineData("AccessDenied", "allow rds:StopDBInstance")]
    [InlineData("SomethingNew", null)]
    public async Task A_stop_that_AWS_refuses_keeps_no_other_from_stopping(string code, string? remedy)
    {
        var databases = AddMany(12, "available");
        Aws.Rds.Database("db007").StopRefusal = code;

        var outcome = await StopAsync(databases);

        Assert.Equal(11, outcome.Accepted.Count);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal((code, "db007"), (problem.Code, Assert.Single(problem.Ids)));
        if (remedy is not null)
            Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_for_instances_and_for_clusters_is_told_apart()
    {
        AddDatabase("db", "stopped").StartRefusal = "AccessDenied";
        AddCluster("cluster", "stopped").StartRefusal = "AccessDenied";

        var outcome = await StartAsync(await ListAsync());

        Assert.Equal(2, outcome.Problems.Length);
        Assert.Contains(outcome.Problems, problem => problem.Remedy!.Contains("rds:StartDBInstance", StringComparison.Ordinal) && problem.Ids.SequenceEqual(["db"]));
        Assert.Contains(outcome.Problems, problem => problem.Remedy!.Contains("schedule_clusters off", StringComparison.Ordinal) && problem.Ids.SequenceEqual(["cluster"]));
    }

    [Fact]
    public async Task One_that_went_away_since_the_listing_does_no_harm()
    {
        AddDatabase("db", "stopped");

        var outcome = await StartAsync([Instance("db"), Instance("gone"), Cluster("gone-too")]);

        Assert.Equal("db", Assert.Single(outcome.Accepted));
        Assert.Equal(["DBClusterNotFoundFault", "DBInstanceNotFound"], outcome.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
        Assert.All(outcome.Problems, problem => Assert.Contains("nothing to do", problem.Remedy, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("StartDBInstance", "db")]
    [InlineData("StartDBCluster", "cluster")]
    [InlineData("StopDBInstance", "db")]
    [InlineData("StopDBCluster", "cluster")]
    public async Task After_an_answer_lost_once_nobody_knows_and_nobody_complains(string operation, string id)
    {
        var isStart = operation.StartsWith("Start", StringComparison.Ordinal);
        AddDatabase("db", isStart ? "stopped" : "available");
        AddCluster("cluster", isStart ? "stopped" : "available");
        Aws.Faults.Add("rds", operation, LocalFault.LoseAnswer);

        var outcome = isStart ? await StartAsync(await ListAsync()) : await StopAsync(await ListAsync());

        Assert.Equal(id, Assert.Single(outcome.Unknown));
        Assert.Single(outcome.Accepted);
        Assert.Empty(outcome.Problems);
        Time.AdvanceBy(TimeSpan.FromHours(1));
        Assert.All(await ListAsync(), database => Assert.Equal(isStart ? PowerState.Running : PowerState.Stopped, database.State));
    }

    [Theory]
    [InlineData("StartDBInstance")]
    [InlineData("StartDBCluster")]
    public async Task A_request_lost_once_or_a_throttle_changes_nothing(string operation)
    {
        AddDatabase("db", "stopped");
        AddCluster("cluster", "stopped");
        Aws.Faults.Add("rds", operation, LocalFault.LoseRequest);
        Aws.Faults.Add("rds", operation, LocalFault.Answer("Throttling"));

        var outcome = await StartAsync(await ListAsync());

        Assert.Equal(2, outcome.Accepted.Count);
        Assert.Empty(outcome.Unknown);
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public async Task An_answer_lost_for_good_leaves_the_database_unknown()
    {
        AddDatabase("db", "stopped");
        Aws.Faults.Add("rds", "StartDBInstance", LocalFault.LoseRequest, times: 1_000);
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(60), Time, CancellationToken.None);

        var outcome = await StartAsync(await ListAsync(), deadline);

        Assert.Equal("db", Assert.Single(outcome.Unknown));
        Assert.Equal("NetworkError", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task A_week_after_a_stop_AWS_starts_it_and_the_listing_before_told_when()
    {
        AddDatabase("db");
        await StopAsync(await ListAsync());
        Time.AdvanceBy(TimeSpan.FromHours(1));
        var stopped = Assert.Single(await ListAsync());
        var restart = stopped.AutomaticRestart!.Value;

        Time.AdvanceTo(restart.Minus(Duration.FromSeconds(1)).ToDateTimeOffset());
        Assert.Equal((PowerState.Stopped, (Instant?)restart), StateOf(Assert.Single(await ListAsync())));
        Time.AdvanceBy(TimeSpan.FromSeconds(2));
        Assert.Equal((PowerState.Pending, (Instant?)null), StateOf(Assert.Single(await ListAsync())));
        Time.AdvanceBy(TimeSpan.FromHours(1));
        Assert.Equal((PowerState.Running, (Instant?)null), StateOf(Assert.Single(await ListAsync())));

        static (PowerState State, Instant? Restart) StateOf(ManagedInstance database) => (database.State, database.AutomaticRestart);
    }

    [Fact]
    public async Task Starts_that_fell_back_are_one_problem()
    {
        foreach (var id in new[] { "db1", "db2" })
            AddDatabase(id, "stopped").FallsBack = "stopped";
        await StartAsync(await ListAsync());
        Time.AdvanceBy(TimeSpan.FromHours(1));

        var problem = Assert.Single(await Service().ExplainFailedStartsAsync(await ListAsync(), Deadline));

        Assert.Equal("StartFellBack", problem.Code);
        Assert.Equal(["db1", "db2"], problem.Ids, StringComparer.Ordinal);
        Assert.Contains("Logs & events", problem.Remedy, StringComparison.Ordinal);
    }

    private void AddKeyed(string id, string refusal) =>
        Aws.Rds.Add(new LocalDatabase { Id = id, InitialStatus = "stopped", Tags = Tags(), KmsKeyId = Key, StartRefusal = refusal });
}
