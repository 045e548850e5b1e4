using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>A database or cluster as it was at one instant.</summary>
/// <param name="Since">When it entered the status.</param>
/// <param name="AutomaticRestartTime">When RDS will start it by itself; null unless it is stopped.</param>
internal sealed record RdsView(
    string Status, DateTimeOffset Since, DateTimeOffset? AutomaticRestartTime, ImmutableSortedDictionary<string, string> Tags);
