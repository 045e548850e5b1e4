namespace InstanceScheduler.Simulator.Fleet;

/// <summary>What a schedule can start and stop, in the order in which reports show it.</summary>
internal enum FleetKind
{
    /// <summary>An EC2 instance.</summary>
    Instance,

    /// <summary>A DB instance.</summary>
    Database,

    /// <summary>A DB cluster, which goes up and down as a whole.</summary>
    Cluster,
}
