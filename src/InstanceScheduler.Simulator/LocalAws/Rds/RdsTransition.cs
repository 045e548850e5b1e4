namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>A database or cluster entered a status.</summary>
internal readonly record struct RdsTransition(RdsResource Resource, DateTimeOffset Time, string Status, RdsCause Cause);
