using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using NodaTime;

namespace InstanceScheduler.Aws.Health;

/// <summary>What is remembered of a target's problems: those that were told, and that still held at <paramref name="Updated"/>.</summary>
/// <param name="Updated">Instant of the run that wrote it.</param>
/// <param name="Topic">ARN of the topic that was told; null: there was none.</param>
/// <param name="Counts">What that run found and did.</param>
/// <param name="Causes">The causes, none when all is well.</param>
internal sealed record TargetHealth(Instant Updated, string? Topic, RunCounts Counts, ImmutableArray<ProblemCause> Causes)
{
    /// <summary>How long an item stands while nothing changes.</summary>
    public static readonly Duration Longest = Duration.FromHours(1);

    /// <summary>What a topic has been told; another one has been told nothing yet.</summary>
    public ImmutableArray<ProblemCause> ToldTo(string? topic) => Topic == topic ? Causes : [];

    /// <summary>Whether it has to be written in place of what is stored.</summary>
    public bool Replaces(TargetHealth? stored)
    {
        if (!Causes.SequenceEqual(stored?.Causes ?? []))
            return true;
        return !Causes.IsEmpty && stored is not null && (Topic != stored.Topic || IsLongBetween(Updated, stored.Updated));
    }

    /// <summary>Either way: an instant in the future must not stand until then.</summary>
    public static bool IsLongBetween(Instant one, Instant other) => one - other >= Longest || other - one >= Longest;
}
