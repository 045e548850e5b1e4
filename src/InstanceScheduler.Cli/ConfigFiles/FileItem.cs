using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>An item as a file has it, in DynamoDB's typed JSON.</summary>
internal sealed record FileItem(ItemKey Key, IReadOnlyDictionary<string, JsonNode> Attributes)
{
    /// <summary>The whole item, its keys included.</summary>
    public JsonObject ToTyped()
    {
        var item = new JsonObject { ["type"] = new JsonObject { ["S"] = Key.Type }, ["name"] = new JsonObject { ["S"] = Key.Name } };
        foreach (var (name, value) in Attributes)
            item[name] = value.DeepClone();
        return item;
    }
}
