using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Cli.Output;

/// <summary>JSON values as YAML that people like to read: no quotes where none are needed, short lists on one line.</summary>
/// <remarks>Texts that a reader of YAML 1.1 or 1.2 could take for something else (<c>09:00</c>, <c>yes</c>, <c>1e3</c>) are quoted.</remarks>
internal static partial class YamlText
{
    private const int LongestLine = 100;
    private const int Indent = 2;

    private static readonly string[] Words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];

    public static string Write(JsonNode? value)
    {
        var text = new StringBuilder();
        if (Short(value) is { } line)
            text.Append(line).Append('\n');
        else
            Lines(text, value!, 0);
        return text.ToString();
    }

    /// <summary>A text as a key or value.</summary>
    public static string Scalar(string text) => Plain().IsMatch(text) && !Words.Contains(text, StringComparer.OrdinalIgnoreCase)
        ? text
        : JsonText.OnOneLine(JsonValue.Create(text)).Replace("\u2028", "\\u2028", StringComparison.Ordinal).Replace("\u2029", "\\u2029", StringComparison.Ordinal)
            .Replace("\u0085", "\\u0085", StringComparison.Ordinal).Replace("\uFEFF", "\\uFEFF", StringComparison.Ordinal);

    // A value that fits behind its key; null for one that needs lines of its own.
    private static string? Short(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray { Count: 0 } => "[]",
        JsonObject { Count: 0 } => "{}",
        JsonArray list when list.All(element => element is null or JsonValue)
            && $"[{string.Join(", ", list.Select(Short))}]" is { Length: <= LongestLine } line => line,
        JsonArray or JsonObject => null,
        _ when value.GetValueKind() == JsonValueKind.String => Scalar(value.GetValue<string>()),
        _ => JsonText.OnOneLine(value),
    };

    private static void Lines(StringBuilder text, JsonNode value, int depth)
    {
        var margin = new string(' ', depth * Indent);
        if (value is JsonObject map)
        {
            foreach (var (key, field) in map)
            {
                text.Append(CultureInfo.InvariantCulture, $"{margin}{Scalar(key)}:");
                Value(text, field, depth, isElement: false);
            }

            return;
        }

        foreach (var element in (JsonArray)value)
        {
            text.Append(CultureInfo.InvariantCulture, $"{margin}-");
            Value(text, element, depth, isElement: true);
        }
    }

    private static void Value(StringBuilder text, JsonNode? value, int depth, bool isElement)
    {
        if (Short(value) is { } line)
        {
            text.Append(' ').Append(line).Append('\n');
            return;
        }

        // The first field of an object stands behind the dash of its element.
        var start = text.Length;
        Lines(text, value!, depth + 1);
        if (isElement)
            text.Remove(start, (depth * Indent) + 1);
        else
            text.Insert(start, '\n');
    }

    // Letters first, so neither a number, a time nor a date; nothing that means something to YAML.
    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{M}\p{Nd}_./@-]*( [\p{L}\p{M}\p{Nd}_./@-]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Plain();
}
