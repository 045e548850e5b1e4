namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>What is played.</summary>
/// <param name="Seed">All that is left to chance follows from it.</param>
/// <param name="Days">How long.</param>
/// <param name="OverLoopback">Whether calls go over sockets, and not in process.</param>
internal sealed record ChaosOptions(int Seed, int Days, bool OverLoopback);
