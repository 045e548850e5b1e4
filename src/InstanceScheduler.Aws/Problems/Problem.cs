using System.Collections.Immutable;

namespace InstanceScheduler.Aws.Problems;

/// <summary>One cause that kept a run from doing all it should, with everything it kept it from.</summary>
/// <param name="Code">Stable name of the cause: AWS's error code, or one of ours.</param>
/// <param name="Message">What happened, in a sentence.</param>
/// <param name="Ids">The instances concerned, or what <see cref="Noun"/> says; empty when it is about the whole target.</param>
/// <param name="Remedy">What a person can do, or null when nothing needs to be done.</param>
/// <param name="IsStanding">Whether it stays until a person changes something: not repeated while unchanged.</param>
internal sealed record Problem(string Code, string Message, ImmutableArray<string> Ids, string? Remedy = null, bool IsStanding = false)
{
    /// <summary>How bad it is. Default <see cref="ProblemSeverity.Warning"/>.</summary>
    public ProblemSeverity Severity { get; init; } = ProblemSeverity.Warning;

    /// <summary>What <see cref="Ids"/> name, in the singular. Default <c>instance</c>.</summary>
    public string Noun { get; init; } = "instance";

    public override string ToString() => Remedy is null ? Message : $"{Message} ({Remedy})";
}
