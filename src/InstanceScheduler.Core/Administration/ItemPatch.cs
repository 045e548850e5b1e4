using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Administration;

/// <summary>What of an item changes, and what stays.</summary>
/// <param name="Item">The item as it will be.</param>
/// <param name="Set">Attributes with new values.</param>
/// <param name="Removed">Attributes that go, as far as they are there.</param>
public sealed record ItemPatch(ConfigItem Item, ImmutableDictionary<string, ConfigValue> Set, ImmutableArray<string> Removed)
{
    internal static ItemPatch Of(ItemDraft draft, ConfigItem stored)
    {
        var set = draft.Values.ToImmutableDictionary(StringComparer.Ordinal);
        var named = draft.Given.Select(parameter => parameter.Name).Where(name => name is not (ConfigAttributes.Name or ConfigAttributes.Type)).ToHashSet(StringComparer.Ordinal);
        // Two attributes for one thing: whoever names one of them means both.
        if (named.Contains(ConfigAttributes.Overwrite) || named.Contains(ConfigAttributes.OverrideStatus))
            named.UnionWith([ConfigAttributes.Overwrite, ConfigAttributes.OverrideStatus]);
        ImmutableArray<string> removed = [.. named.Where(name => !set.ContainsKey(name)).Order(StringComparer.Ordinal)];
        return new ItemPatch(stored with { Attributes = stored.Attributes.RemoveRange(removed).SetItems(set) }, set, removed);
    }
}
