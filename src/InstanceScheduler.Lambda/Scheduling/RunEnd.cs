using InstanceScheduler.Aws.Health;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>How a run ended.</summary>
/// <param name="Result">What it attempted.</param>
/// <param name="Counts">In numbers.</param>
/// <param name="IsStale">Whether a later run had already written, so that this one did and learnt nothing.</param>
internal readonly record struct RunEnd(TargetResult Result, RunCounts Counts, bool IsStale = false);
