namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>A cluster: Aurora, Neptune, DocumentDB, or Multi-AZ with the engine <c>mysql</c> or <c>postgres</c>.</summary>
internal sealed class LocalCluster : RdsResource
{
    public string Engine { get; init; } = "aurora-mysql";

    /// <summary>Anything but <c>provisioned</c> (<c>serverless</c>, <c>parallelquery</c>, <c>global</c>, …) can't be stopped.</summary>
    public string EngineMode { get; init; } = "provisioned";

    /// <summary>The class of all members of a Multi-AZ cluster; of no account for others.</summary>
    public string Class { get; init; } = "db.m5d.large";

    /// <summary>Its instances, the writer first. They are added with the cluster and follow its status.</summary>
    public IReadOnlyList<LocalDatabase> Members { get; init; } = [];

    internal override string Kind => "cluster";

    internal override void Settle(DateTimeOffset now)
    {
        base.Settle(now);
        foreach (var member in Members)
        {
            member.Settle(now);
        }
    }

    internal bool IsMultiAz => Engine is "mysql" or "postgres";
}
