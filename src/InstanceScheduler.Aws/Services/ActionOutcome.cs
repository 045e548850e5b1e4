using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Services;

/// <summary>What became of an action on many instances.</summary>
internal sealed record ActionOutcome
{
    /// <summary>Ids that AWS accepted.</summary>
    public ImmutableHashSet<string> Accepted { get; init; } = [];

    /// <summary>Ids of calls that may or may not have taken effect: their intents stay for the next run to settle.</summary>
    public ImmutableHashSet<string> Unknown { get; init; } = [];

    /// <summary>Ids that were in any call; a subset of those asked for when time ran out or the action ended.</summary>
    public ImmutableHashSet<string> Attempted { get; init; } = [];

    /// <summary>Changes of type on the way to a start, by id; those that ended as they began are left out.</summary>
    public ImmutableDictionary<string, TypeChange> Resized { get; init; } = ImmutableDictionary<string, TypeChange>.Empty;

    /// <summary>One problem per cause. Ids neither accepted nor unknown are tried again next run.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    public ActionOutcome And(ActionOutcome other) => new()
    {
        Accepted = Accepted.Union(other.Accepted),
        Unknown = Unknown.Union(other.Unknown),
        Attempted = Attempted.Union(other.Attempted),
        Resized = Resized.SetItems(other.Resized),
        Problems = [.. Problems, .. other.Problems],
    };
}
