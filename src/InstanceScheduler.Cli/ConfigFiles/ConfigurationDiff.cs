using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>The differences between a file and the table, in the order in which they can be made: what is used before what uses it, and deleted after.</summary>
internal static class ConfigurationDiff
{
    /// <param name="stored">The table.</param>
    /// <param name="wanted">The file.</param>
    /// <param name="deletes">Whether what the file lacks is deleted.</param>
    /// <param name="changesConfig">Whether the scheduler's own item may be changed.</param>
    public static IReadOnlyList<ItemChange> Of(IReadOnlyList<StoredItem> stored, IReadOnlyList<FileItem> wanted, bool deletes, bool changesConfig)
    {
        var before = stored.Where(item => ConfigSections.Types.Contains(item.Key.Type, StringComparer.Ordinal)).ToDictionary(item => item.Key);
        var after = wanted.ToDictionary(item => item.Key);
        var changes = from key in before.Keys.Union(after.Keys)
                      let change = new ItemChange(ChangeKind.Update, key, before.GetValueOrDefault(key), after.GetValueOrDefault(key))
                      where change.Before is null || change.After is null || change.Attributes.Any()
                      select change with { Kind = KindOf(change, deletes, changesConfig) };
        return [.. changes.OrderBy(Turn).ThenBy(change => Links(change, before, after)).ThenBy(change => change.Key.Name, StringComparer.Ordinal)];
    }

    private static ChangeKind KindOf(ItemChange change, bool deletes, bool changesConfig) => change switch
    {
        { After: null } when !deletes => ChangeKind.Keep,
        { Owner: not null } => ChangeKind.LeaveToStack,
        // Without its own item the scheduler does nothing at all.
        { Key.IsConfig: true, After: null } => ChangeKind.Keep,
        { Key.IsConfig: true } when !changesConfig => ChangeKind.LeaveConfig,
        { After: null } => ChangeKind.Delete,
        { Before: null } => ChangeKind.Create,
        _ => ChangeKind.Update,
    };

    private static int Turn(ItemChange change) => (change.Kind, change.Key.Type) switch
    {
        (ChangeKind.Delete, ConfigTypes.Schedule) => 4,
        (ChangeKind.Delete, ConfigTypes.Calendar) => 6,
        (ChangeKind.Delete, _) => 5,
        (_, ConfigTypes.Config) => 0,
        (_, ConfigTypes.Calendar) => 1,
        (_, ConfigTypes.Period) => 2,
        _ => 3,
    };

    // Of calendars that extend one another, the first is the one that extends nothing; deleted it is the last.
    private static int Links(ItemChange change, Dictionary<ItemKey, StoredItem> before, Dictionary<ItemKey, FileItem> after)
    {
        if (change.Key.Type != ConfigTypes.Calendar)
            return 0;
        var links = 0;
        var seen = new HashSet<ItemKey>();
        for (var key = change.Key; seen.Add(key) && Extended(key) is { } name; key = key with { Name = name })
            links++;
        return change.Kind == ChangeKind.Delete ? -links : links;

        string? Extended(ItemKey key) => (change.Kind == ChangeKind.Delete ? before.GetValueOrDefault(key)?.Attributes : after.GetValueOrDefault(key)?.Attributes ?? before.GetValueOrDefault(key)?.Attributes)
            ?.GetValueOrDefault(ConfigAttributes.Extends)?["S"]?.ToString();
    }
}
