namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>A snapshot as a listing shows it.</summary>
internal sealed record SnapshotView(LocalSnapshot Snapshot, string Status, RdsRegion Region);
