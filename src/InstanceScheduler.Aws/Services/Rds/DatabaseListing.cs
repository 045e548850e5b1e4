using System.Collections.Immutable;
using Amazon.RDS;
using Amazon.RDS.Model;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>The databases that carry the schedule tag. RDS filters by no tag, so all are read.</summary>
/// <remarks>Instances and clusters are listed side by side, and either goes on without the other: its own then count as unseen.</remarks>
internal sealed class DatabaseListing(IAmazonRDS client, AwsRetry retry, bool withClusters)
{
    private const int PageSize = 100;

    public async Task<ServiceListing> ListAsync(string tagName, RunDeadline deadline)
    {
        var instances = InstancesAsync(tagName, deadline);
        if (!withClusters)
            return new ServiceListing([.. (await instances).Values]);
        var clusters = ClustersAsync(tagName, deadline);
        await Task.WhenAll((Task[])[instances, clusters]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return (FailureOf(instances), FailureOf(clusters)) switch
        {
            (null, null) => new ServiceListing(Together(await instances, await clusters)),
            (null, { } failure) => Half(await instances, "DescribeDBClusters", failure, "clusters"),
            ({ } failure, null) => Half(await clusters, "DescribeDBInstances", failure, "DB instances"),
            _ => new ServiceListing([.. (await instances).Values]),
        };
    }

    // By id: while pages are read, a database can move from one to the next.
    private async Task<Dictionary<string, ManagedInstance>> InstancesAsync(string tagName, RunDeadline deadline)
    {
        var found = new Dictionary<string, ManagedInstance>(StringComparer.Ordinal);
        var request = new DescribeDBInstancesRequest { MaxRecords = PageSize };
        do
        {
            var page = await retry.ExecuteAsync("DescribeDBInstances", token => client.DescribeDBInstancesAsync(request, token), deadline);
            foreach (var instance in page.DBInstances ?? [])
                if (ListedDatabase.Of(instance).Managed(tagName) is { } managed)
                    found[managed.Id] = managed;
            request.Marker = page.Marker;
        }
        while (!string.IsNullOrEmpty(request.Marker));
        return found;
    }

    private async Task<Dictionary<string, ManagedInstance>> ClustersAsync(string tagName, RunDeadline deadline)
    {
        var found = new Dictionary<string, ManagedInstance>(StringComparer.Ordinal);
        var request = new DescribeDBClustersRequest { MaxRecords = PageSize };
        do
        {
            var page = await retry.ExecuteAsync("DescribeDBClusters", token => client.DescribeDBClustersAsync(request, token), deadline);
            foreach (var cluster in page.DBClusters ?? [])
                if (ListedDatabase.Of(cluster).Managed(tagName) is { } managed)
                    found[managed.Id] = managed;
            request.Marker = page.Marker;
        }
        while (!string.IsNullOrEmpty(request.Marker));
        return found;
    }

    private static Exception? FailureOf(Task task) =>
        task.IsCompletedSuccessfully ? null : task.Exception?.InnerException ?? new TaskCanceledException(task);

    private static ServiceListing Half(Dictionary<string, ManagedInstance> seen, string operation, Exception failure, string unseen)
    {
        var problem = AwsProblem.Of(operation, failure, []);
        return new ServiceListing([.. seen.Values])
        {
            IsComplete = false,
            Problems = [problem with { Message = $"{problem.Message}; {unseen} are left alone in this run" }],
        };
    }

    private static ImmutableArray<ManagedInstance> Together(
        Dictionary<string, ManagedInstance> instances, Dictionary<string, ManagedInstance> clusters)
    {
        foreach (var cluster in clusters.Values)
            instances[cluster.Id] = instances.TryGetValue(cluster.Id, out var instance) ? OfOneName(instance, cluster) : cluster;
        return [.. instances.Values];
    }

    // What is remembered about a database is kept by its name alone.
    private static ManagedInstance OfOneName(ManagedInstance instance, ManagedInstance cluster)
    {
        if (instance.Schedule is null || cluster.Schedule is null)
            return cluster.Schedule is null ? instance : cluster;
        return (instance.State == PowerState.Gone ? cluster : instance) with
        {
            Untouchable = $"a DB instance and a cluster are both called \"{instance.Id}\" and both carry the schedule tag, "
                + "and the scheduler knows databases by their names: remove the tag from one of them",
            Trouble = null,
        };
    }
}
