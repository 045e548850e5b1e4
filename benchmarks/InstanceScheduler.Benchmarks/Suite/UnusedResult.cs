using InstanceScheduler.Benchmarks.Load;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>What features cost that nobody uses.</summary>
/// <param name="Items">A table without calendars and overrides, and one with many that concern no instance.</param>
/// <param name="Each">How many calendars, and how many overrides.</param>
/// <param name="Before">The function before it knew calendars and overrides, and now; null: not compared.</param>
/// <param name="BeforeCommit">The commit of the former.</param>
internal sealed record UnusedResult(ComparisonResult Items, int Each, ComparisonResult? Before, string? BeforeCommit);
