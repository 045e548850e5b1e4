using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>A difference between a file and the table.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Key">The item.</param>
/// <param name="Before">As the table has it; null: it has not.</param>
/// <param name="After">As the file has it; null: it has not.</param>
internal sealed record ItemChange(ChangeKind Kind, ItemKey Key, StoredItem? Before, FileItem? After)
{
    public bool IsDone => Kind is ChangeKind.Create or ChangeKind.Update or ChangeKind.Delete;

    /// <summary>The stack that owns the item on either side.</summary>
    public string? Owner => Before?.Owner ?? (After is null ? null : StoredItem.OwnerOf(After.Attributes));

    /// <summary>Attributes that differ, with both values; null where there is none.</summary>
    public IEnumerable<(string Name, JsonNode? Before, JsonNode? After)> Attributes
    {
        get
        {
            var (before, after) = (Before?.Attributes ?? Nothing, After?.Attributes ?? Nothing);
            return from name in ConfigSections.InOrder(before.Keys.Union(after.Keys, StringComparer.Ordinal))
                   let old = before.GetValueOrDefault(name)
                   let other = after.GetValueOrDefault(name)
                   where old is null || other is null || !TypedJson.AreEqual(old, other)
                   select (name, old, other);
        }
    }

    private static Dictionary<string, JsonNode> Nothing { get; } = [];
}
