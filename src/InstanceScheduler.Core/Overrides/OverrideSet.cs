using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Core.Overrides;

/// <summary>The overrides of a configuration, found by what they are about. Their order never matters.</summary>
public sealed class OverrideSet
{
    // Asked for each of a hundred thousand instances: a scope that no override has is not looked into.
    private readonly ILookup<string, TimedOverride> _ofInstances;
    private readonly ILookup<string, TimedOverride> _ofSchedules;
    private readonly ILookup<string, TimedOverride> _ofAccounts;

    /// <summary>Sorts overrides by what they are about.</summary>
    /// <param name="all">The overrides; of one name only one.</param>
    public OverrideSet(IEnumerable<TimedOverride> all)
    {
        All = [.. all.OrderBy(one => one.Name, StringComparer.Ordinal)];
        _ofInstances = BySubject(OverrideScope.Instance);
        _ofSchedules = BySubject(OverrideScope.Schedule);
        _ofAccounts = BySubject(OverrideScope.Account);
    }

    /// <summary>No overrides.</summary>
    public static OverrideSet None { get; } = new([]);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => All.IsEmpty;

    /// <summary>All of them, by name.</summary>
    public ImmutableArray<TimedOverride> All { get; }

    /// <summary>The overrides that are about an instance, whether they hold or not.</summary>
    /// <param name="instance">The instance.</param>
    public IEnumerable<TimedOverride> About(OverrideSubject instance) =>
        Named(_ofInstances, instance.Instance).Concat(Named(_ofSchedules, instance.Schedule)).Concat(Named(_ofAccounts, instance.Account))
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
        foreach (var one in Named(_ofInstances, instance.Instance))
            Consider(one);
        foreach (var one in Named(_ofSchedules, instance.Schedule))
            Consider(one);
        foreach (var one in Named(_ofAccounts, instance.Account))
            Consider(one);
        return best;

        void Consider(TimedOverride one)
        {
            if (one.HoldsAt(instant) && one.IsAbout(instance) && (best is null || one.Beats(best)))
                best = one;
        }
    }

    private ILookup<string, TimedOverride> BySubject(OverrideScope scope) =>
        All.Where(one => one.Scope == scope).ToLookup(one => one.Subject, StringComparer.Ordinal);

    private static IEnumerable<TimedOverride> Named(ILookup<string, TimedOverride> scope, string subject) => scope.Count == 0 ? [] : scope[subject];
}
