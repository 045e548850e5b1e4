using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Aws.Problems;

/// <summary>One cause of problems with all that it concerns, as it is told and remembered.</summary>
/// <param name="Code">AWS's error code, or one of ours.</param>
/// <param name="Message">What happened, in one line.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Remedy">What a person can do; null: nothing needs to be done.</param>
/// <param name="Count">How many instances it concerns; zero when it is about the whole.</param>
/// <param name="Ids">The instances, in order; fewer than <paramref name="Count"/> where not all could be remembered.</param>
internal sealed record ProblemCause(
    string Code, string Message, ProblemSeverity Severity, string? Remedy, int Count, ImmutableArray<string> Ids)
{
    /// <summary>Instant of the first run that did not meet it any more; null: it holds.</summary>
    public Instant? GoneSince { get; init; }

    /// <summary>What <see cref="Ids"/> name, in the singular; not remembered. Default <c>instance</c>.</summary>
    public string Noun { get; init; } = "instance";

    /// <summary>Whether every instance is named.</summary>
    public bool IsWhole => Ids.Length == Count;

    /// <summary>How much it counts for among causes that are not whole.</summary>
    public int Weight => Math.Max(Count, 1);

    /// <summary>The message without what AWS makes different each time.</summary>
    public string StableMessage => AwsMessage.Stable(Message);

    public bool Equals(ProblemCause? other) =>
        other is not null && other.Code == Code && other.Severity == Severity && other.Remedy == Remedy && other.Count == Count && other.GoneSince == GoneSince
        && other.StableMessage == StableMessage && other.Ids.SequenceEqual(Ids, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Code, Severity, Remedy, Count);
}
