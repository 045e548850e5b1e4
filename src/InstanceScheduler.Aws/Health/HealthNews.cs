using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Health;

/// <summary>Tells what is new from what was told before.</summary>
/// <remarks>
/// An instance is known by code and id, a cause without instances by code and message. Of a code that was too much to remember
/// whole, only at least twice as much is new.
/// </remarks>
/// <param name="told">What was told, bounded by <see cref="HealthBounds"/>.</param>
internal sealed class HealthNews(ImmutableArray<ProblemCause> told)
{
    private readonly Dictionary<string, ToldOfCode> _told = told.GroupBy(cause => cause.Code, StringComparer.Ordinal)
        .ToDictionary(causes => causes.Key, causes => new ToldOfCode([.. causes]), StringComparer.Ordinal);

    public bool IsIn(ImmutableArray<ProblemCause> now) => now.GroupBy(cause => cause.Code, StringComparer.Ordinal).Any(IsIn);

    /// <summary>What still holds of what was told, for when the news could not be told.</summary>
    public ImmutableArray<ProblemCause> Without(ImmutableArray<ProblemCause> now) =>
        [.. now.GroupBy(cause => cause.Code, StringComparer.Ordinal).SelectMany(causes => IsIn(causes) ? Without(causes) : causes)];

    private bool IsIn(IGrouping<string, ProblemCause> now) => !_told.TryGetValue(now.Key, out var known) || known.HasNews(now);

    private IEnumerable<ProblemCause> Without(IGrouping<string, ProblemCause> now) => _told.TryGetValue(now.Key, out var known) ? known.Keep(now) : [];

    private sealed class ToldOfCode(ImmutableArray<ProblemCause> causes)
    {
        private readonly bool _isWhole = causes.All(cause => cause.IsWhole);
        private readonly HashSet<string> _ids = causes.SelectMany(cause => cause.Ids).ToHashSet(StringComparer.Ordinal);
        private readonly HashSet<string> _messages = causes.Where(cause => cause.Count == 0).Select(cause => cause.StableMessage).ToHashSet(StringComparer.Ordinal);

        public bool HasNews(IEnumerable<ProblemCause> now) => _isWhole
            ? now.Any(cause => cause.Count == 0 ? !_messages.Contains(cause.StableMessage) : cause.Ids.Any(id => !_ids.Contains(id)))
            : now.Sum(cause => (long)cause.Weight) >= 2 * causes.Sum(cause => (long)cause.Weight);

        public IEnumerable<ProblemCause> Keep(IEnumerable<ProblemCause> now) => _isWhole ? now.Select(Known).OfType<ProblemCause>() : causes;

        private ProblemCause? Known(ProblemCause cause)
        {
            if (cause.Count == 0)
                return _messages.Contains(cause.StableMessage) ? cause : null;
            ImmutableArray<string> known = [.. cause.Ids.Where(_ids.Contains)];
            return known.IsEmpty ? null : cause with { Ids = known, Count = known.Length };
        }
    }
}
