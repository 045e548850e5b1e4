using System.Text.Json.Nodes;
using InstanceScheduler.Cli.ConfigFiles;

namespace InstanceScheduler.Cli.Tests.ConfigFiles;

public sealed class CalendarOrderTests
{
    [Fact]
    public void Calendars_are_written_before_what_names_them_and_deleted_after()
    {
        FileItem[] items = [File("schedule", "s"), File("period", "p"), File("calendar", "a", "b"), File("calendar", "b", "c"), File("calendar", "c", "cn"), File("calendar", "d", "d")];
        Assert.Equal("c d b a p s", Names(ConfigurationDiff.Of([], items, deletes: true, changesConfig: false)));
        StoredItem[] stored = [.. items.Select(item => new StoredItem(item.Key, item.Attributes, "1"))];
        Assert.Equal("s p a b c d", Names(ConfigurationDiff.Of(stored, [], deletes: true, changesConfig: false)));
    }

    private static string Names(IEnumerable<ItemChange> changes) => string.Join(' ', changes.Select(change => change.Key.Name));

    private static FileItem File(string type, string name, string? extends = null) => new(new ItemKey(type, name), extends is null
        ? new Dictionary<string, JsonNode>(StringComparer.Ordinal)
        : new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["extends"] = new JsonObject { ["S"] = extends } });
}
