using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>The whole configuration table as it was read.</summary>
/// <param name="Stored">Its items in no particular order.</param>
internal sealed record StoredTable(ImmutableArray<StoredItem> Stored)
{
    /// <summary>The items in the core's terms.</summary>
    public ImmutableArray<ConfigItem> Items { get; } = [.. Stored.Select(stored => stored.Item)];

    /// <summary>The items by type and name.</summary>
    public IEnumerable<StoredItem> InOrder =>
        Stored.OrderBy(stored => stored.Item.Type, StringComparer.Ordinal).ThenBy(stored => stored.Item.Name, StringComparer.Ordinal);

    /// <summary>The item of a type and name; null when there is none.</summary>
    public StoredItem? Find(string type, string name) => Stored.FirstOrDefault(stored => stored.Item.Type == type && stored.Item.Name == name);

    /// <summary>The items of a type by name.</summary>
    public IEnumerable<StoredItem> OfType(string type) => InOrder.Where(stored => stored.Item.Type == type);
}
