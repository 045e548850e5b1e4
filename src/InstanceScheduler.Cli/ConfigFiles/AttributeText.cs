using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InstanceScheduler.Cli.Output;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>Attributes as a file has them: texts, booleans, numbers and sets of texts as they are, anything else in DynamoDB's typed JSON. Both ways lose nothing.</summary>
internal static partial class AttributeText
{
    /// <param name="typed">Of the table.</param>
    public static JsonNode? ToFile(JsonNode typed) => typed is JsonObject { Count: 1 } map && map.First() is var (type, content)
        ? (type, content) switch
        {
            ("S" or "BOOL", { }) => content.DeepClone(),
            ("NULL", { }) when content.GetValueKind() == JsonValueKind.True => null,
            ("N", { }) when Number().IsMatch(content.GetValue<string>()) => JsonNode.Parse(content.GetValue<string>()),
            ("SS", JsonArray set) => TypedJson.Texts(set.Select(element => element!.GetValue<string>()).Order(StringComparer.Ordinal)),
            _ => typed.DeepClone(),
        }
        : typed.DeepClone();

    /// <param name="value">Of a file.</param>
    /// <exception cref="FormatException">No attribute can be made of it; the message says what to write.</exception>
    public static JsonNode FromFile(JsonNode? value) => value switch
    {
        null => new JsonObject { ["NULL"] = true },
        JsonArray { Count: 0 } => new JsonObject { ["L"] = new JsonArray() },
        JsonArray list => new JsonObject { ["SS"] = Set(list) },
        JsonObject when TypedJson.IsSound(value) => value.DeepClone(),
        JsonObject when TypedJson.IsMeant(value) => throw new FormatException($"{JsonText.OnOneLine(value)} is not the typed JSON of DynamoDB"),
        JsonObject => throw new FormatException("a map stands there; write a text, true or false, a list of texts, or the typed JSON of DynamoDB, such as {\"M\": {…}}"),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => new JsonObject { ["S"] = value.DeepClone() },
            JsonValueKind.Number => new JsonObject { ["N"] = JsonText.OnOneLine(value) },
            _ => new JsonObject { ["BOOL"] = value.DeepClone() },
        },
    };

    private static JsonArray Set(JsonArray list)
    {
        // Days of the month are numbers to those who write them.
        var texts = list.Select(element => element is JsonValue && element.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
            ? element.ToString()
            : throw new FormatException($"the list holds {JsonText.OnOneLine(element)}; write texts only, or the typed JSON of DynamoDB, such as {{\"L\": […]}}")).ToList();
        return texts.GroupBy(text => text, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new FormatException($"the list holds \"{twice.Key}\" twice; leave one out")
            : TypedJson.Texts(texts.Order(StringComparer.Ordinal));
    }

    // What JSON and YAML write and read as the very same digits.
    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
