using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>Items in the core's terms.</summary>
internal static class ConfigItems
{
    public static ConfigItem Of(ItemKey key, IReadOnlyDictionary<string, JsonNode> attributes) => new(key.Type, key.Name, attributes
        .Select(attribute => (attribute.Key, Value: Value(attribute.Value)))
        .Where(attribute => attribute.Value is not null)
        .ToImmutableDictionary(attribute => attribute.Key, attribute => attribute.Value!, StringComparer.Ordinal));

    // Null for a NULL attribute, which counts as absent.
    private static ConfigValue? Value(JsonNode typed) => typed is JsonObject { Count: 1 } map ? (map.First().Key, map.First().Value) switch
    {
        ("S" or "N", JsonValue text) => new ConfigValue.Text(text.ToString()),
        ("BOOL", JsonValue flag) => new ConfigValue.Flag(flag.GetValueKind() == JsonValueKind.True),
        ("SS" or "NS", JsonArray set) => new ConfigValue.Many([.. set.Select(element => $"{element}")]),
        ("NULL", JsonValue flag) when flag.GetValueKind() == JsonValueKind.True => null,
        ("L", JsonArray list) => List(list),
        ("M", _) => new ConfigValue.Foreign("a map"),
        _ => new ConfigValue.Foreign("binary data"),
    } : new ConfigValue.Foreign("no attribute");

    private static ConfigValue List(JsonArray list)
    {
        var parts = list.Select(element => element is null ? null : Value(element)).OfType<ConfigValue>().ToList();
        return parts.TrueForAll(part => part is ConfigValue.Text)
            ? new ConfigValue.Many([.. parts.Select(part => ((ConfigValue.Text)part).Value)])
            : new ConfigValue.Foreign("a list of other things than texts and numbers");
    }
}
