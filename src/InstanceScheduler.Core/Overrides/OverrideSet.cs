using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Core.Overrides;

/// <summary>The overrides of a configuration, found by what they are about. Their order never matters.</summary>
/// <param name="all">The overrides; of one name only one.</param>
public sealed class OverrideSet(IEnumerable<TimedOverride> all)
{
    // An instance, a schedule and an account never meet under one key: the scope is part of it.
    private readonly ILookup<(OverrideScope Scope, string Subject), TimedOverride> _bySubject = all.ToLookup(one => (one.Scope, one.Subject));

    /// <summary>No overrides.</summary>
    public static OverrideSet None { get; } = new([]);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _bySubject.Count == 0;

    /// <summary>All of them, by name.</summary>
    public ImmutableArray<TimedOverride> All => [.. _bySubject.SelectMany(alike => alike).OrderBy(one => one.Name, StringComparer.Ordinal)];

    /// <summary>The overrides that are about an instance, whether they hold or not.</summary>
    /// <param name="instance">The instance.</param>
    public IEnumerable<TimedOverride> About(OverrideSubject instance) => IsEmpty ? [] :
        _bySubject[(OverrideScope.Instance, instance.Instance)]
            .Concat(_bySubject[(OverrideScope.Schedule, instance.Schedule)])
            .Concat(_bySubject[(OverrideScope.Account, instance.Account)])
            .Where(one => one.IsAbout(instance));

    /// <summary>The override that decides for an instance; null: none holds.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="instant">When.</param>
    /// <param name="tag">What its own tag says; null: nothing.</param>
    public TimedOverride? Find(OverrideSubject instance, Instant instant, TimedOverride? tag = null)
    {
        TimedOverride? best = null;
        if (tag is not null)
            Consider(tag);
        if (IsEmpty)
            return best;
        foreach (var one in _bySubject[(OverrideScope.Instance, instance.Instance)])
            Consider(one);
        foreach (var one in _bySubject[(OverrideScope.Schedule, instance.Schedule)])
            Consider(one);
        foreach (var one in _bySubject[(OverrideScope.Account, instance.Account)])
            Consider(one);
        return best;

        void Consider(TimedOverride one)
        {
            if (one.HoldsAt(instant) && one.IsAbout(instance) && (best is null || one.Beats(best)))
                best = one;
        }
    }
}
