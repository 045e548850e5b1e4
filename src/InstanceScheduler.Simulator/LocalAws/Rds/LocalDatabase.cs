namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>A DB instance, by itself or a member of a cluster.</summary>
internal sealed class LocalDatabase : RdsResource
{
    private readonly string _engine = "mysql";

    /// <summary>As RDS names it: <c>postgres</c>, <c>sqlserver-se</c>. A member's is its cluster's.</summary>
    public string Engine
    {
        get => Cluster?.Engine ?? _engine;
        init => _engine = value;
    }

    public string Class { get; init; } = "db.m5.large";

    /// <summary>The availability zone's letter.</summary>
    public char Zone { get; init; } = 'a';

    public bool MultiAz { get; init; }

    /// <summary>The id of the instance it is a read replica of; the ARN where that is in another region.</summary>
    /// <remarks>The source's list of replicas follows from this.</remarks>
    public string? ReadReplicaSource { get; init; }

    /// <summary>The id of the Multi-AZ cluster it is a read replica of.</summary>
    public string? ReadReplicaSourceCluster { get; init; }

    /// <summary>Aurora clusters that are read replicas of it.</summary>
    public IReadOnlyList<string> ReadReplicaClusters { get; init; } = [];

    /// <summary>The cluster it is a member of; null where it stands by itself.</summary>
    public LocalCluster? Cluster { get; internal set; }

    internal override string Kind => "db";

    internal bool IsReadReplica => ReadReplicaSource is not null || ReadReplicaSourceCluster is not null;

    internal bool IsSqlServer => Engine.StartsWith("sqlserver-", StringComparison.Ordinal);
}
