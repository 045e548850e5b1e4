using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Writes items as v1.3 answers them: plain values, names in PascalCase.</summary>
internal static class PascalJson
{
    private const string VersionKey = "Version";

    /// <summary>The rule of v1.3: <c>stop_new_instances</c> becomes <c>StopNewInstances</c>, <c>office-hours</c> becomes <c>Office-hours</c>.</summary>
    public static string Key(string name)
    {
        var words = name.Trim('_');
        var key = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            // Of two underscores in a row the second stays.
            var isUpper = i == 0 || words[i] == '_';
            if (i > 0 && words[i] == '_')
                i++;
            key.Append(isUpper ? char.ToUpperInvariant(words[i]) : char.ToLowerInvariant(words[i]));
        }

        return key.ToString();
    }

    /// <param name="json">Where to.</param>
    /// <param name="attributes">The attributes, written in the order of their names.</param>
    /// <param name="version">Written beside them as <c>Version</c>; null: not written.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, AttributeValue> attributes, string? version = null)
    {
        json.WriteStartObject();
        // Two attributes may come to one name; the small letters are the scheduler's own, and sort last.
        foreach (var alike in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).GroupBy(attribute => Key(attribute.Key), StringComparer.Ordinal))
        {
            if (version is not null && alike.Key == VersionKey)
                continue;
            json.WritePropertyName(alike.Key);
            Write(json, alike.Last().Value);
        }

        if (version is not null)
            json.WriteString(VersionKey, version);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AttributeValue value)
    {
        switch (value)
        {
            case { S: { } text }:
                json.WriteStringValue(text);
                break;
            case { N: { } number }:
                json.WriteRawValue(number);
                break;
            case { BOOL: { } flag }:
                json.WriteBooleanValue(flag);
                break;
            case { NULL: not null }:
                json.WriteNullValue();
                break;
            case { B: { } bytes }:
                json.WriteBase64StringValue(bytes.ToArray());
                break;
            case { M: { } members }:
                Write(json, members);
                break;
            default:
                WriteList(json, value);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, AttributeValue value)
    {
        json.WriteStartArray();
        foreach (var text in (value.SS ?? []).Order(StringComparer.Ordinal))
            json.WriteStringValue(text);
        foreach (var number in (value.NS ?? []).Order(StringComparer.Ordinal))
            json.WriteRawValue(number);
        foreach (var bytes in value.BS ?? [])
            json.WriteBase64StringValue(bytes.ToArray());
        foreach (var element in value.L ?? [])
            Write(json, element);
        json.WriteEndArray();
    }
}
