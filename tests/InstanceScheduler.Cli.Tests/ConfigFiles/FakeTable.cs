using System.Globalization;
using System.Text.Json.Nodes;
using InstanceScheduler.Cli.ConfigFiles;

namespace InstanceScheduler.Cli.Tests.ConfigFiles;

/// <summary>A configuration table as the function shows it: pages of two, a version per item that each write counts up.</summary>
internal sealed class FakeTable
{
    private const int Page = 2;

    private readonly SortedDictionary<string, (JsonObject Item, int Version)> _items = new(StringComparer.Ordinal);

    public FakeTable(params string[] items)
    {
        foreach (var item in items)
            Put(JsonNode.Parse(item)!.AsObject());
    }

    /// <summary>Runs before a write, with the item's key.</summary>
    public Action<string>? BeforeWrite { get; set; }

    /// <summary>What was written and deleted, in order.</summary>
    public List<string> Writes { get; } = [];

    public JsonObject? this[string type, string name] => _items.TryGetValue(Key(type, name), out var entry) ? entry.Item : null;

    public void Put(JsonObject item)
    {
        var key = Key(item["type"]!["S"]!.ToString(), item["name"]!["S"]!.ToString());
        _items[key] = (item.DeepClone().AsObject(), _items.GetValueOrDefault(key).Version + 1);
    }

    public string Answer(JsonNode request)
    {
        var parameters = request["parameters"]!;
        return request["action"]!.ToString() switch
        {
            "describe-configuration" => Describe((int?)parameters["next"]?.GetValue<string>().Length ?? 0),
            "put-configuration-item" => Write(parameters["item"]!.AsObject(), parameters),
            "delete-configuration-item" => Delete(parameters),
            var action => new JsonObject { ["Error"] = $"unknown action {action}" }.ToJsonString(),
        };
    }

    // The token is as long as the number of items before it.
    private string Describe(int from)
    {
        var entries = _items.Values.Skip(from).Take(Page).Select(entry => (JsonNode)new JsonObject { ["Item"] = entry.Item.DeepClone(), ["Version"] = Hex(entry.Version) });
        return new JsonObject
        {
            ["Items"] = new JsonArray([.. entries]),
            ["Next"] = from + Page < _items.Count ? new string('x', from + Page) : null,
        }.ToJsonString();
    }

    private string Write(JsonObject item, JsonNode parameters)
    {
        var key = Key(item["type"]!["S"]!.ToString(), item["name"]!["S"]!.ToString());
        if (Refusal(key, parameters) is { } refusal)
            return refusal;
        Assert.All(item, field => Assert.True(TypedJson.IsSound(field.Value), field.Key));
        Put(item);
        Writes.Add("put " + key);
        return """{"Item":{}}""";
    }

    private string Delete(JsonNode parameters)
    {
        var key = Key(parameters["type"]!.ToString(), parameters["name"]!.ToString());
        if (Refusal(key, parameters) is { } refusal)
            return refusal;
        _items.Remove(key);
        Writes.Add("delete " + key);
        return """{"Item":{}}""";
    }

    private string? Refusal(string key, JsonNode parameters)
    {
        BeforeWrite?.Invoke(key);
        var version = _items.TryGetValue(key, out var entry) ? Hex(entry.Version) : "";
        return version != parameters["version"]!.ToString() ? $$"""{"Error":"error: {{key}} was changed meanwhile"}"""
            : key.StartsWith("config", StringComparison.Ordinal) && parameters["allow_config"]?.GetValue<bool>() is not true ? """{"Error":"error: config is not allowed"}"""
            : null;
    }

    private static string Hex(int version) => version.ToString("x16", CultureInfo.InvariantCulture);

    private static string Key(string type, string name) => $"{type}/{name}";
}
