using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>Attributes as the JSON of DynamoDB, <c>{"begintime":{"S":"09:00"}}</c>; written always alike, members and sets in order.</summary>
internal static class AttributeJson
{
    private const int DeepestNesting = 32;

    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, AttributeValue> attributes)
    {
        json.WriteStartObject();
        foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    /// <exception cref="FormatException">It is not the JSON of an item; the message names the attribute.</exception>
    public static Dictionary<string, AttributeValue> Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? ReadMembers(json, DeepestNesting) : throw new FormatException($"a JSON {json.ValueKind} is not an item");

    private static void Write(Utf8JsonWriter json, AttributeValue value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case { S: { } text }:
                json.WriteString("S", text);
                break;
            case { N: { } number }:
                json.WriteString("N", number);
                break;
            case { BOOL: { } flag }:
                json.WriteBoolean("BOOL", flag);
                break;
            case { NULL: { } isNull }:
                json.WriteBoolean("NULL", isNull);
                break;
            case { B: { } bytes }:
                json.WriteBase64String("B", bytes.ToArray());
                break;
            case { SS.Count: > 0 }:
                WriteList(json, "SS", value.SS.Order(StringComparer.Ordinal));
                break;
            case { NS.Count: > 0 }:
                WriteList(json, "NS", value.NS.Order(StringComparer.Ordinal));
                break;
            case { BS.Count: > 0 }:
                WriteList(json, "BS", value.BS.Select(bytes => Convert.ToBase64String(bytes.ToArray())).Order(StringComparer.Ordinal));
                break;
            case { M: { } members }:
                json.WritePropertyName("M");
                Write(json, members);
                break;
            default:
                json.WriteStartArray("L");
                foreach (var element in value.L ?? [])
                    Write(json, element);
                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static Dictionary<string, AttributeValue> ReadMembers(JsonElement json, int depth)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
            attributes[member.Name] = Read(member.Value, depth - 1)
                ?? throw new FormatException($"{member.Name}: {member.Value.GetRawText()} is not a value such as {{\"S\":\"09:00\"}}, {{\"SS\":[\"mon\"]}} or {{\"BOOL\":true}}");
        return attributes;
    }

    private static AttributeValue? Read(JsonElement json, int depth)
    {
        if (depth == 0 || json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Take(2).ToArray() is not [var typed])
            return null;
        return (typed.Name, typed.Value) switch
        {
            ("S", { ValueKind: JsonValueKind.String } text) => new AttributeValue { S = text.GetString() },
            ("N", { ValueKind: JsonValueKind.String } number) => new AttributeValue { N = number.GetString() },
            ("BOOL", { ValueKind: JsonValueKind.True or JsonValueKind.False } flag) => new AttributeValue { BOOL = flag.GetBoolean() },
            ("NULL", { ValueKind: JsonValueKind.True }) => new AttributeValue { NULL = true },
            ("B", { ValueKind: JsonValueKind.String } bytes) when bytes.TryGetBytesFromBase64(out var binary) => new AttributeValue { B = new MemoryStream(binary) },
            ("SS", _) when Texts(typed.Value) is { } texts => new AttributeValue { SS = texts },
            ("NS", _) when Texts(typed.Value) is { } numbers => new AttributeValue { NS = numbers },
            ("L", { ValueKind: JsonValueKind.Array } list) => ReadList(list, depth),
            ("M", { ValueKind: JsonValueKind.Object } members) => new AttributeValue { M = ReadMembers(members, depth) },
            _ => null,
        };
    }

    private static AttributeValue? ReadList(JsonElement list, int depth)
    {
        var elements = list.EnumerateArray().Select(element => Read(element, depth - 1)).ToList();
        return elements.Contains(null) ? null : new AttributeValue { L = [.. elements.OfType<AttributeValue>()] };
    }

    // A set is never empty, nor has it anything twice.
    private static List<string>? Texts(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0 || json.EnumerateArray().Any(text => text.ValueKind != JsonValueKind.String))
            return null;
        return [.. json.EnumerateArray().Select(text => text.GetString()!).Distinct(StringComparer.Ordinal)];
    }
}
