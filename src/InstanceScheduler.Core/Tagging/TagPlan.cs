using System.Collections.Immutable;

namespace InstanceScheduler.Core.Tagging;

/// <summary>What to do with the tags of an instance after an action.</summary>
/// <param name="Remove">Keys to remove, first; none of them is set.</param>
/// <param name="Set">Tags to set, then.</param>
public sealed record TagPlan(ImmutableArray<string> Remove, ImmutableArray<KeyValuePair<string, string>> Set)
{
    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Remove.IsEmpty && Set.IsEmpty;

    /// <summary>After a start: the tags of a stop go, those of a start come. A key of both is only set.</summary>
    public static TagPlan AfterStart(
        ImmutableArray<KeyValuePair<string, string>> started, ImmutableArray<KeyValuePair<string, string>> stopped) =>
        Of(stopped.Select(tag => tag.Key), started);

    /// <summary>After a stop: the tags of a start go, those of a stop come. A key of both is only set.</summary>
    public static TagPlan AfterStop(
        ImmutableArray<KeyValuePair<string, string>> started, ImmutableArray<KeyValuePair<string, string>> stopped) =>
        Of(started.Select(tag => tag.Key), stopped);

    internal static TagPlan Of(IEnumerable<string> remove, ImmutableArray<KeyValuePair<string, string>> set) =>
        new([.. remove.Except(set.Select(tag => tag.Key), StringComparer.Ordinal)], set);
}
