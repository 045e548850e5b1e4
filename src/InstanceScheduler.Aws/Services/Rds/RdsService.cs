using System.Collections.Immutable;
using Amazon.RDS;
using Amazon.RDS.Model;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>DB instances and, where asked for, DB clusters of one account and region.</summary>
internal sealed class RdsService(IAmazonRDS client, AwsRetry retry, RdsOptions options) : IInstanceService
{
    public const string ServiceName = ServiceNames.Rds;

    /// <summary>The type that a cluster is listed with; classes of instances begin with <c>db.</c></summary>
    public const string ClusterType = "cluster";

    public bool CanResize => false;

    public bool TellsTransitions => false;

    // What instances and clusters are is known when both are read.
    public async IAsyncEnumerable<ServiceListing> ReadPagesAsync(string tagName, RunDeadline deadline)
    {
        yield return await new DatabaseListing(client, retry, options.ScheduleClusters).ListAsync(tagName, deadline);
    }

    public Task<ActionOutcome> StartAsync(ImmutableArray<StartOrder> orders, RunDeadline deadline) =>
        new DatabaseAction("starting databases", retry)
            .RunAsync(orders, order => order.Id, (order, calls) => StartAsync(order.Instance, calls, deadline), deadline);

    public async Task<ActionOutcome> StopAsync(ImmutableArray<StopOrder> orders, RunDeadline deadline)
    {
        var snapshots = options.CreateSnapshot ? new StopSnapshots(client, options.StackName) : null;
        var outcome = await new DatabaseAction("stopping databases", retry)
            .RunAsync(orders, order => order.Id, (order, calls) => StopAsync(order.Instance, snapshots, calls, deadline), deadline);
        return snapshots is null ? outcome : outcome with { Problems = snapshots.WithLosses(outcome.Problems) };
    }

    public Task<ImmutableArray<Problem>> TagAsync(ImmutableArray<TagChange> changes, RunDeadline deadline) =>
        new DatabaseTags(client, retry).ChangeAsync(changes, deadline);

    public Task<ImmutableArray<Problem>> ExplainFailedStartsAsync(ImmutableArray<ManagedInstance> instances, RunDeadline deadline) =>
        Task.FromResult<ImmutableArray<Problem>>(
        [
            new Problem("StartFellBack", "started, and fell back to stopped; RDS gives no reason", [.. instances.Select(instance => instance.Id)],
                "see \"Logs & events\" of the database in the RDS console; the schedule decides again"),
        ]);

    private async Task<Problem?> StartAsync(ManagedInstance database, DatabaseCalls calls, RunDeadline deadline)
    {
        if (IsCluster(database))
            await calls.ActAsync("StartDBCluster",
                token => client.StartDBClusterAsync(new StartDBClusterRequest { DBClusterIdentifier = database.Id }, token), deadline);
        else
            await calls.ActAsync("StartDBInstance",
                token => client.StartDBInstanceAsync(new StartDBInstanceRequest { DBInstanceIdentifier = database.Id }, token), deadline);
        return null;
    }

    private async Task<Problem?> StopAsync(ManagedInstance database, StopSnapshots? snapshots, DatabaseCalls calls, RunDeadline deadline)
    {
        if (IsCluster(database))
        {
            await calls.ActAsync("StopDBCluster",
                token => client.StopDBClusterAsync(new StopDBClusterRequest { DBClusterIdentifier = database.Id }, token), deadline);
            return null;
        }

        if (snapshots is not null && await snapshots.MakeWayAsync(database.Id, calls, deadline) is { } obstacle)
            return obstacle;
        var name = snapshots?.NameFor(database.Id);
        var request = new StopDBInstanceRequest { DBInstanceIdentifier = database.Id, DBSnapshotIdentifier = name };
        await calls.ActAsync("StopDBInstance", token => client.StopDBInstanceAsync(request, token), deadline);
        return null;
    }

    private static bool IsCluster(ManagedInstance database) => database.InstanceType == ClusterType;
}
