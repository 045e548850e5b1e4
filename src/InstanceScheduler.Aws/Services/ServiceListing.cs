using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Services;

/// <summary>Instances that carry the schedule tag: all of them, or those of a page.</summary>
/// <param name="Instances">Each id once.</param>
internal sealed record ServiceListing(ImmutableArray<ManagedInstance> Instances)
{
    /// <summary>Whether an instance that is missing is known to be gone, and not just unseen.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>What kept the listing from being complete, or is wrong with what it found.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];
}
