using Amazon.RDS;
using Amazon.RDS.Model;

namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>Databases that AWS stops for nobody, or only together with others.</summary>
internal static class UntouchableDatabase
{
    private const string Remove = "remove the schedule tag";

    /// <summary>The reason and what to do; null for a database that may be stopped.</summary>
    public static string? Why(DBInstance instance)
    {
        if (!string.IsNullOrEmpty(instance.DBClusterIdentifier))
            return $"it is a member of the cluster \"{instance.DBClusterIdentifier}\", which starts and stops as a whole: "
                + "tag the cluster instead";
        if (FirstOf(instance.ReadReplicaSourceDBInstanceIdentifier, instance.ReadReplicaSourceDBClusterIdentifier) is { } source)
            return $"it is a read replica of \"{source}\", which AWS does not stop: {Remove}";
        if (Join(instance.ReadReplicaDBInstanceIdentifiers, instance.ReadReplicaDBClusterIdentifiers) is { } replicas)
            return $"it has read replicas ({replicas}), and AWS does not stop their source: {Remove}, or delete the replicas";
        return instance.MultiAZ == true && instance.Engine?.Contains("sqlserver", StringComparison.Ordinal) == true
            ? $"it is SQL Server in several availability zones, which AWS does not stop: {Remove}, or make it Single-AZ"
            : null;
    }

    /// <summary>The reason and what to do; null for a cluster that may be stopped.</summary>
    public static string? Why(DBCluster cluster)
    {
        if (cluster.EngineMode == "serverless")
            return $"it is Aurora Serverless v1, which AWS does not stop: {Remove}, and let it pause by itself";
        if (cluster.EngineMode == "multimaster")
            return $"it is a multi-master cluster, which AWS does not stop: {Remove}";
        if (!string.IsNullOrEmpty(cluster.ReplicationSourceIdentifier))
            return $"it is a replica of \"{cluster.ReplicationSourceIdentifier}\", which AWS does not stop: {Remove}";
        // Told of secondary clusters alone; a primary one with a secondary lists it as its replica.
        if (cluster.GlobalWriteForwardingStatus is { } forwarding && forwarding != WriteForwardingStatus.Unknown)
            return $"it is part of a global database, which AWS does not stop: {Remove}";
        return Join(cluster.ReadReplicaIdentifiers) is { } replicas
            ? $"it has replicas ({replicas}), and AWS does not stop their source: {Remove}, or delete the replicas"
            : null;
    }

    private static string? FirstOf(params string?[] names) => Array.Find(names, name => !string.IsNullOrEmpty(name));

    private static string? Join(params List<string>?[] names) =>
        names.SelectMany(list => list ?? []).ToList() is { Count: > 0 } all ? string.Join(", ", all) : null;
}
