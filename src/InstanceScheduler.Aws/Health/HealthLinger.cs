using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using NodaTime;

namespace InstanceScheduler.Aws.Health;

/// <summary>What is still remembered of causes that a run did not meet.</summary>
/// <remarks>
/// A problem that comes and goes, such as a start that is tried again and again, is told once: only after a while without it is
/// it over, and news when it comes back. A run that failed meets nothing, and makes nothing that stands news for the next.
/// </remarks>
internal static class HealthLinger
{
    private static readonly Duration Longest = Duration.FromHours(1);

    /// <summary>Of what was told, what is not over yet.</summary>
    public static ImmutableArray<ProblemCause> Fresh(ImmutableArray<ProblemCause> told, Instant instant) =>
        told.RemoveAll(cause => cause.GoneSince is { } gone && instant - gone >= Longest);

    /// <param name="told">What was told before, and is not over yet.</param>
    /// <param name="now">What holds now.</param>
    /// <param name="instant">The run's instant.</param>
    public static IEnumerable<ProblemCause> Of(ImmutableArray<ProblemCause> told, ImmutableArray<ProblemCause> now, Instant instant) =>
        from cause in told
        where !now.Any(present => Covers(present, cause))
        select cause with { GoneSince = cause.GoneSince ?? instant };

    private static bool Covers(ProblemCause present, ProblemCause cause) =>
        present.Code == cause.Code
        && (cause.Count == 0 ? present.StableMessage == cause.StableMessage : cause.Ids.All(id => present.Ids.Contains(id, StringComparer.Ordinal)));
}
