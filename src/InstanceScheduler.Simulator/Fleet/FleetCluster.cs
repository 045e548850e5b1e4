namespace InstanceScheduler.Simulator.Fleet;

/// <summary>One DB cluster: Aurora, Neptune, DocumentDB, or Multi-AZ with two readable standbys.</summary>
/// <param name="Account">From its ARN.</param>
/// <param name="Region">From its ARN.</param>
/// <param name="Id">Unique among the clusters of account and region.</param>
/// <param name="Engine">For instance <c>aurora-mysql</c>.</param>
/// <param name="State">RDS's status.</param>
/// <param name="Tags">In the order of the listing, each key once.</param>
internal sealed record FleetCluster(string Account, string Region, string Id, string Engine, string State, IReadOnlyList<FleetTag> Tags)
    : FleetResource(Account, Region, Id, ClusterType, State, Tags)
{
    private const string ClusterType = "cluster";

    public override FleetKind Kind => FleetKind.Cluster;

    public override bool IsAlive => State != "deleting";

    /// <summary><c>provisioned</c> (also when absent), <c>serverless</c>, …</summary>
    public string EngineMode { get; init; } = "provisioned";

    /// <summary>The class of all members of a Multi-AZ cluster; null for the others.</summary>
    public string? Class { get; init; }

    /// <inheritdoc cref="FleetDatabase.MaintenanceWindow"/>
    public string? MaintenanceWindow { get; init; }

    /// <inheritdoc cref="FleetDatabase.AutomaticRestart"/>
    public DateTimeOffset? AutomaticRestart { get; init; }

    public string? KmsKeyId { get; init; }
}
