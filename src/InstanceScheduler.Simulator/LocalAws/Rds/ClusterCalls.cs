using System.Collections.Frozen;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>DescribeDBClusters, StartDBCluster and StopDBCluster.</summary>
internal static class ClusterCalls
{
    private const string Identifier = "DBClusterIdentifier";

    private static readonly FrozenDictionary<string, Func<LocalCluster, IEnumerable<string?>>> Filters =
        new Dictionary<string, Func<LocalCluster, IEnumerable<string?>>>(StringComparer.Ordinal)
        {
            ["db-cluster-id"] = c => [c.Id, c.Arn],
            ["db-cluster-resource-id"] = c => [ClusterXml.ResourceId(c)],
            ["engine"] = c => [c.Engine],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static int Describe(RdsRegion region, QueryParameters input, XmlBuffer output)
    {
        var id = input[Identifier] is { Length: > 0 } identifier ? RdsInput.IdOf(identifier, "cluster") : null;
        region.EnsureAllowed(RdsActions.DescribeClusters, "cluster:" + (id ?? "*"));
        var page = RdsPage.Read(input);
        var filters = new RdsFilters<LocalCluster>(input, Filters);
        var (views, marker) = region.Atomically(now => page.Take(
            id is null ? region.ClustersFrom(page.After) : [new(id, region.Cluster(id, now))],
            filters.Pass,
            cluster => ClusterView.At(cluster, now)));
        ClusterXml.WriteList(output, views);
        RdsXml.WriteMarker(output, marker);
        return views.Count;
    }

    public static int Start(RdsRegion region, QueryParameters input, XmlBuffer output) =>
        Act(region, input, output, RdsActions.StartCluster, (cluster, now) =>
        {
            RdsEligibility.Ensure(cluster, cluster.StartRefusal, RdsActions.StartCluster, RdsEligibility.ForStart);
            cluster.Entry.Power.Start(now, RdsCause.Api);
        });

    public static int Stop(RdsRegion region, QueryParameters input, XmlBuffer output) =>
        Act(region, input, output, RdsActions.StopCluster, (cluster, now) =>
        {
            RdsEligibility.Ensure(cluster, cluster.StopRefusal, RdsActions.StopCluster, RdsEligibility.ForStop);
            cluster.Entry.Power.Stop(now, RdsCause.Api, atLeast: TimeSpan.Zero);
        });

    private static int Act(
        RdsRegion region, QueryParameters input, XmlBuffer output, string action, Action<LocalCluster, DateTimeOffset> act)
    {
        var id = RdsInput.IdOf(input.Required(Identifier), "cluster");
        region.EnsureAllowed(action, "cluster:" + id);
        var view = region.Atomically(now =>
        {
            var cluster = region.Cluster(id, now);
            act(cluster, now);
            return ClusterView.At(cluster, now);
        });
        ClusterXml.Write(output, view);
        return 1;
    }
}
