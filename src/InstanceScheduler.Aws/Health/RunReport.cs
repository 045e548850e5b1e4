using System.Collections.Immutable;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Problems;
using NodaTime;

namespace InstanceScheduler.Aws.Health;

/// <summary>What a run has to tell at its end.</summary>
/// <param name="Source">The target, or the tick.</param>
/// <param name="Instant">The instant the run decided for.</param>
/// <param name="Problems">All its problems: one that is missing has gone.</param>
internal sealed record RunReport(HealthSource Source, Instant Instant, ImmutableArray<Problem> Problems)
{
    public RunCounts Counts { get; init; }

    /// <summary>What a dry run would have done; null: it was none.</summary>
    public DryRunActions? DryRun { get; init; }
}
