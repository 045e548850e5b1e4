namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>A database as a listing shows it.</summary>
/// <param name="Replicas">The ids of its read replicas; ARNs of those in other regions.</param>
internal sealed record DatabaseView(LocalDatabase Database, RdsView State, IReadOnlyList<string> Replicas)
{
    /// <summary>Within a region's step only.</summary>
    public static DatabaseView At(LocalDatabase database, DateTimeOffset now) =>
        new(database, database.At(now), [.. database.Entry.Region.ReplicasOf(database)]);
}
