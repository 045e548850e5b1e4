using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>DynamoDB's typed JSON: an object with one field that names the type.</summary>
internal static class TypedJson
{
    private static readonly string[] Types = ["S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M"];

    /// <summary>Whether a value looks like typed JSON: an object of one field that is named as a type.</summary>
    public static bool IsMeant(JsonNode? value) => value is JsonObject { Count: 1 } map && Types.Contains(map.First().Key, StringComparer.Ordinal);

    public static bool IsSound(JsonNode? value)
    {
        if (!IsMeant(value))
            return false;
        var (type, content) = ((JsonObject)value!).First();
        return type switch
        {
            "S" or "N" or "B" => IsText(content),
            "BOOL" or "NULL" => content?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "SS" or "NS" or "BS" => content is JsonArray { Count: > 0 } set && set.All(IsText),
            "L" => content is JsonArray list && list.All(IsSound),
            _ => content is JsonObject map && map.All(field => IsSound(field.Value)),
        };
    }

    /// <summary>Equality as DynamoDB has it: sets have no order.</summary>
    public static bool AreEqual(JsonNode left, JsonNode right) => JsonNode.DeepEquals(Sorted(left), Sorted(right));

    private static JsonNode Sorted(JsonNode value) => value is JsonObject { Count: 1 } map && map.First() is { Key: "SS" or "NS" or "BS", Value: JsonArray set } && set.All(IsText)
        ? new JsonObject { [map.First().Key] = Texts(set.Select(element => element!.GetValue<string>()).Order(StringComparer.Ordinal)) }
        : value;

    /// <summary>A list of texts.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static bool IsText(JsonNode? value) => value is JsonValue && value.GetValueKind() == JsonValueKind.String;
}
