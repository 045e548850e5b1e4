using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>Items of the configuration table, from their JSON in the vectors.</summary>
internal static class TableItem
{
    /// <summary>An item for the core, with every attribute of the type that the JSON gives it.</summary>
    public static ConfigItem Read(string type, string name, JsonElement json) => new(
        type,
        name,
        json.EnumerateObject()
            .Where(attribute => attribute.Name is not ("type" or "name"))
            .Select(attribute => (attribute.Name, Value: ValueOf(attribute.Value)))
            .Where(attribute => attribute.Value is not null)
            .ToImmutableDictionary(attribute => attribute.Name, attribute => attribute.Value!, StringComparer.Ordinal));

    /// <summary>An attribute as text, lists joined by commas; null when it is null or not there.</summary>
    public static string? Text(JsonElement json, string attribute) =>
        json.TryGetProperty(attribute, out var value) ? ValueOf(value) switch
        {
            ConfigValue.Text text => text.Value,
            ConfigValue.Many many => string.Join(',', many.Values),
            ConfigValue.Flag flag => flag.Value ? "true" : "false",
            _ => null,
        }
        : null;

    private static ConfigValue? ValueOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => new ConfigValue.Text(json.GetString()!),
        JsonValueKind.Number => new ConfigValue.Text(json.GetRawText()),
        JsonValueKind.True => new ConfigValue.Flag(true),
        JsonValueKind.False => new ConfigValue.Flag(false),
        JsonValueKind.Array => new ConfigValue.Many([.. json.EnumerateArray().Select(entry => entry.ToString())]),
        _ => new ConfigValue.Foreign("a map"),
    };
}
