namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>A cluster as a listing shows it.</summary>
internal sealed record ClusterView(LocalCluster Cluster, RdsView State)
{
    /// <summary>Within a region's step only.</summary>
    public static ClusterView At(LocalCluster cluster, DateTimeOffset now) => new(cluster, cluster.At(now));
}
