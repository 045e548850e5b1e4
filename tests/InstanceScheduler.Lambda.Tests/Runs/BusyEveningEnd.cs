using System.Collections.Immutable;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>How a busy evening ended.</summary>
/// <param name="Calls">The calls of the tick at six.</param>
/// <param name="Before">What there was before that tick, as in <paramref name="Lines"/>.</param>
/// <param name="Lines">Everything in AWS and in the state table, and how often each was started and stopped.</param>
internal sealed record BusyEveningEnd(ImmutableArray<string> Calls, ImmutableArray<string> Before, ImmutableArray<string> Lines);
