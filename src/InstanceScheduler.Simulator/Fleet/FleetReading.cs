namespace InstanceScheduler.Simulator.Fleet;

/// <summary>A fleet, and what of the file could not become part of it.</summary>
/// <param name="Instances">EC2 instances in the order of the file.</param>
/// <param name="Problems">Each names one item or tag that was left out, or a listing that is not whole.</param>
internal sealed record FleetReading(IReadOnlyList<FleetInstance> Instances, IReadOnlyList<InputProblem> Problems)
{
    /// <summary>DB instances, members of clusters included.</summary>
    public IReadOnlyList<FleetDatabase> Databases { get; init; } = [];

    public IReadOnlyList<FleetCluster> Clusters { get; init; } = [];

    public IReadOnlyList<FleetWindow> Windows { get; init; } = [];

    /// <summary>All that a schedule can start and stop; never empty.</summary>
    public IEnumerable<FleetResource> Resources => [.. Instances, .. Databases, .. Clusters];

    /// <summary>The listed members of a cluster.</summary>
    public IEnumerable<FleetDatabase> MembersOf(FleetCluster cluster) => Databases.Where(database =>
        (database.ClusterId, database.Account, database.Region) == (cluster.Id, cluster.Account, cluster.Region));
}
