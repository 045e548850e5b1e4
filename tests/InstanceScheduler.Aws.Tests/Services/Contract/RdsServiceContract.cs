using Amazon.RDS;
using Amazon.RDS.Model;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Rds;
using NodaTime;
using Xunit.Abstractions;
using ScheduledService = InstanceScheduler.Aws.Services.Rds.RdsService;

namespace InstanceScheduler.Aws.Tests.Services.Contract;

/// <summary>What the scheduler relies on in RDS.</summary>
public abstract class RdsServiceContract(ITestOutputHelper output) : ServiceContract(output)
{
    private const string Stack = "Contract";

    private bool _takesSnapshots;

    internal override IInstanceService Service => new ScheduledService(Client, Retry, new RdsOptions(Stack, _takesSnapshots, ScheduleClusters: true));

    internal override ManagedInstance Stranger { get; } = new() { Id = "stranger", State = PowerState.Running, InstanceType = "db.m5.large" };

    internal abstract IAmazonRDS Client { get; }

    [SkippableFact]
    public async Task An_instance_is_listed_with_what_is_known_of_it()
    {
        Begin();
        var id = await AddAsync((TagName, "office"));

        var instance = Assert.Single(await ListAsync());

        Assert.Equal($"arn:aws-cn:rds:{Region}:{Account}:db:{id}", instance.Arn);
        Assert.Equal("db.m5.large", instance.InstanceType);
        Assert.Matches("^[a-z]{3}:[0-9]{2}:[0-9]{2}-[a-z]{3}:[0-9]{2}:[0-9]{2}$", instance.MaintenanceWindow);
    }

    [SkippableFact]
    public async Task All_pages_are_listed()
    {
        Begin();
        for (var number = 0; number < 101; number++)
            await AddAsync((TagName, "office"));

        Assert.Equal(101, (await ListAsync()).DistinctBy(instance => instance.Id).Count());
    }

    [SkippableFact]
    public async Task A_cluster_stops_and_starts_and_takes_tags()
    {
        Begin();
        _takesSnapshots = true;
        var id = await AddClusterAsync((TagName, "office"));

        var cluster = Assert.Single(await ListAsync());
        Assert.Equal((id, "cluster", PowerState.Running), (cluster.Id, cluster.InstanceType, cluster.State));
        Assert.Equal($"arn:aws-cn:rds:{Region}:{Account}:cluster:{id}", cluster.Arn);

        Assert.Single((await StopAsync([cluster])).Accepted);
        await SettleAsync();
        Assert.Equal(PowerState.Stopped, Assert.Single(await ListAsync()).State);
        Assert.Single((await StartAsync(await ListAsync())).Accepted);
        await SettleAsync();
        Assert.Empty(await Service.TagAsync([new TagChange(cluster, [KeyValuePair.Create(InformationalTags.ErrorKey, "Code")], [])], Deadline));

        cluster = Assert.Single(await ListAsync());
        Assert.Equal((PowerState.Running, "Code"), (cluster.State, cluster.Information.Error));
    }

    [SkippableFact]
    public async Task A_stop_makes_a_snapshot_and_the_next_replaces_it()
    {
        Begin();
        _takesSnapshots = true;
        var id = await AddAsync((TagName, "office"));
        DateTime? made = null;

        for (var time = 1; time <= 2; time++)
        {
            Assert.Single((await StopAsync(await ListAsync())).Accepted);
            await SettleAsync();

            var request = new DescribeDBSnapshotsRequest { DBInstanceIdentifier = id, SnapshotType = "manual" };
            var snapshot = Assert.Single((await Client.DescribeDBSnapshotsAsync(request)).DBSnapshots!);
            Assert.Equal($"contract-stopped-{id}", snapshot.DBSnapshotIdentifier);
            Assert.NotEqual(made, snapshot.SnapshotCreateTime);
            made = snapshot.SnapshotCreateTime;
            Assert.Single((await StartAsync(await ListAsync())).Accepted);
            await SettleAsync();
        }
    }

    [SkippableFact]
    public async Task What_is_stopped_already_is_not_stopped_twice_and_tried_again_next_run()
    {
        Begin();
        var id = await AddAsync((TagName, "office"));
        var running = await ListAsync();
        await StopAsync(running);
        await SettleAsync();

        var outcome = await StopAsync(running);

        Assert.Empty(outcome.Accepted);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("InvalidDBInstanceState", id), (problem.Code, Assert.Single(problem.Ids)));
        Assert.Contains("next run", problem.Remedy, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_read_replica_and_its_source_are_never_touched()
    {
        Begin();
        var source = await AddAsync((TagName, "office"));
        var replica = await AddReplicaAsync(source, (TagName, "office"));

        var listed = await ListAsync();

        Assert.Contains("read replicas", listed.Single(instance => instance.Id == source).Untouchable, StringComparison.Ordinal);
        Assert.Contains(source, listed.Single(instance => instance.Id == replica).Untouchable, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_member_of_a_cluster_is_never_touched()
    {
        Begin();
        var cluster = await AddClusterAsync(("Team", "orders"));
        await AddMemberAsync(cluster, (TagName, "office"));

        Assert.Contains(cluster, Assert.Single(await ListAsync()).Untouchable, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_stopped_database_tells_when_AWS_will_start_it()
    {
        Begin();
        await AddAsync((TagName, "office"));
        await StopAsync(await ListAsync());
        await SettleAsync();

        var restart = Assert.Single(await ListAsync()).AutomaticRestart;

        Assert.InRange(restart!.Value - Instant.FromDateTimeOffset(Time.GetUtcNow()), Duration.FromDays(6), Duration.FromDays(7));
    }

    protected abstract Task<string> AddClusterAsync(params (string Key, string Value)[] tags);

    protected abstract Task AddMemberAsync(string cluster, params (string Key, string Value)[] tags);

    protected abstract Task<string> AddReplicaAsync(string source, params (string Key, string Value)[] tags);
}
