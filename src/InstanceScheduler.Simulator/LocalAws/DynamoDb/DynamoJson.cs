using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>The wire form of values and items: <c>{"S":"text"}</c>.</summary>
internal static class DynamoJson
{
    private const int DeepestNesting = 32;

    public static DynamoItem ReadItem(JsonElement json) => ReadMembers(json, DeepestNesting);

    public static DynamoValue Read(JsonElement json) => Read(json, DeepestNesting);

    public static void WriteItem(Utf8JsonWriter output, DynamoItem item)
    {
        output.WriteStartObject();
        foreach (var (name, value) in item)
        {
            output.WritePropertyName(name);
            Write(output, value);
        }

        output.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter output, DynamoValue value)
    {
        output.WriteStartObject();
        output.WritePropertyName(value.Kind.ToString());
        switch (value.Kind)
        {
            case DynamoKind.BOOL:
                output.WriteBooleanValue(value.Truth);
                break;
            case DynamoKind.NULL:
                output.WriteBooleanValue(true);
                break;
            case DynamoKind.M:
                WriteItem(output, value.Members);
                break;
            case DynamoKind.L:
                output.WriteStartArray();
                foreach (var element in value.Elements)
                {
                    Write(output, element);
                }

                output.WriteEndArray();
                break;
            case DynamoKind.SS or DynamoKind.NS or DynamoKind.BS:
                output.WriteStartArray();
                foreach (var element in value.Elements)
                {
                    WriteScalar(output, element);
                }

                output.WriteEndArray();
                break;
            default:
                WriteScalar(output, value);
                break;
        }

        output.WriteEndObject();
    }

    public static string ItemText(DynamoItem item) => Text(output => WriteItem(output, item));

    public static string Text(DynamoValue value) => Text(output => Write(output, value));

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var output = new Utf8JsonWriter(buffer);
        write(output);
        output.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteScalar(Utf8JsonWriter output, DynamoValue value)
    {
        switch (value.Kind)
        {
            case DynamoKind.S:
                output.WriteStringValue(value.Text);
                break;
            case DynamoKind.N:
                output.WriteStringValue(value.Number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                output.WriteBase64StringValue(value.Bytes.AsSpan());
                break;
        }
    }

    private static DynamoValue Read(JsonElement json, int depth)
    {
        if (depth == 0)
        {
            throw DynamoErrors.Validation("Nesting Levels have exceeded supported limits: Attributes have nested too deeply");
        }

        if (json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Take(2).ToArray() is not [var typed])
        {
            throw DynamoErrors.Validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        }

        var content = typed.Value;
        return typed.Name switch
        {
            "S" => DynamoValue.Of(String(content)),
            "N" => Number(content),
            "B" => Binary(content),
            "BOOL" => DynamoValue.Of(content.GetBoolean()),
            "NULL" => DynamoValue.Null,
            "SS" => ReadSet(DynamoKind.SS, content, e => DynamoValue.Of(String(e))),
            "NS" => ReadSet(DynamoKind.NS, content, Number),
            "BS" => ReadSet(DynamoKind.BS, content, Binary),
            "L" => DynamoValue.List(content.EnumerateArray().Select(e => Read(e, depth - 1))),
            "M" => DynamoValue.Of(ReadMembers(content, depth - 1)),
            _ => throw DynamoErrors.Validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
        };
    }

    private static DynamoItem ReadMembers(JsonElement json, int depth)
    {
        var attributes = new Dictionary<string, DynamoValue>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            attributes[member.Name] = Read(member.Value, depth);
        }

        return new DynamoItem(attributes);
    }

    private static DynamoValue ReadSet(DynamoKind kind, JsonElement content, Func<JsonElement, DynamoValue> element)
    {
        var elements = content.EnumerateArray().Select(element).ToImmutableArray();
        if (elements.IsEmpty)
        {
            throw DynamoErrors.Validation("One or more parameter values were invalid: An string set  may not be empty");
        }

        return elements.Distinct().Count() == elements.Length
            ? DynamoValue.Set(kind, elements)
            : throw DynamoErrors.Validation(
                $"One or more parameter values were invalid: Input collection {content.GetRawText()} contains duplicates.");
    }

    private static string String(JsonElement content) => content.GetString() ?? throw new JsonException("A text is null.");

    private static DynamoValue Binary(JsonElement content) => DynamoValue.Of([.. content.GetBytesFromBase64()]);

    private static DynamoValue Number(JsonElement content) =>
        decimal.TryParse(String(content), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? DynamoValue.Of(number)
        : throw DynamoErrors.Validation($"The parameter cannot be converted to a numeric value: {content}");
}
