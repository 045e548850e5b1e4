namespace InstanceScheduler.Simulator.Fleet;

/// <summary>One DB instance, by itself or a member of a cluster.</summary>
/// <param name="Account">From its ARN.</param>
/// <param name="Region">From its ARN.</param>
/// <param name="Id">Unique among the databases of account and region.</param>
/// <param name="Type">Its class, for instance <c>db.t3.medium</c>.</param>
/// <param name="Engine">For instance <c>mysql</c>.</param>
/// <param name="State">RDS's status.</param>
/// <param name="Tags">In the order of the listing, each key once.</param>
internal sealed record FleetDatabase(string Account, string Region, string Id, string Type, string Engine, string State, IReadOnlyList<FleetTag> Tags)
    : FleetResource(Account, Region, Id, Type, State, Tags)
{
    public override FleetKind Kind => FleetKind.Database;

    public override bool IsAlive => State != "deleting";

    /// <summary>The zone; null where the listing has none, as for a database being made.</summary>
    public string? AvailabilityZone { get; init; }

    public bool MultiAz { get; init; }

    /// <summary>The cluster it is a member of; null where it stands by itself.</summary>
    public string? ClusterId { get; init; }

    /// <summary>Id or ARN of the database it is a read replica of.</summary>
    public string? ReplicaSource { get; init; }

    /// <summary>Id or ARN of the cluster it is a read replica of.</summary>
    public string? ReplicaSourceCluster { get; init; }

    /// <summary>Ids and ARNs of its read replicas.</summary>
    public IReadOnlyList<string> Replicas { get; init; } = [];

    /// <summary>Aurora clusters that are read replicas of it.</summary>
    public IReadOnlyList<string> ReplicaClusters { get; init; } = [];

    /// <summary>The preferred maintenance window, <c>ddd:hh:mm-ddd:hh:mm</c> in UTC; null where the listing has none.</summary>
    public string? MaintenanceWindow { get; init; }

    /// <summary>When RDS was going to start it by itself.</summary>
    public DateTimeOffset? AutomaticRestart { get; init; }

    public string? KmsKeyId { get; init; }

    public bool IsReplica => ReplicaSource is not null || ReplicaSourceCluster is not null;

    public bool IsSqlServer => Engine.StartsWith("sqlserver", StringComparison.Ordinal);
}
