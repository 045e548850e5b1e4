namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>What must not be larger than a limit.</summary>
/// <param name="English">What it is, in English.</param>
/// <param name="Chinese">The same in Chinese.</param>
/// <param name="Limit">The most that it may be, included.</param>
/// <param name="Unit">Of figure and limit; empty for counts.</param>
/// <param name="HoldsEverywhere">Whether it is the same on every machine: a ratio, a count, a size. Only such ones can fail a check.</param>
internal sealed record PassMarkKind(string English, string Chinese, double Limit, string Unit, bool HoldsEverywhere);
