using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Cli.Output;

/// <summary>JSON for people and pipes: only what JSON itself demands is escaped.</summary>
internal static partial class JsonText
{
    private const int Indent = 3;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, IndentSize = Indent, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Over several lines, indented by three blanks as v1.x does.</summary>
    public static string OverLines(JsonNode? value) => Write(value, Indented);

    /// <summary>On one line, without blanks.</summary>
    public static string OnOneLine(JsonNode? value) => Write(value, Compact);

    private static string Write(JsonNode? value, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            if (value is null)
                writer.WriteNullValue();
            else
                value.WriteTo(writer);
        }

        // The encoder escapes every character beyond the first plane: emoji, rarer Han characters.
        return Escape().Replace(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length), escape =>
            escape.Groups["high"] is { Success: true, Value: var high } ? $"{Unit(high)}{Unit(escape.Groups["low"].Value)}" : escape.Value);
    }

    private static char Unit(string digits) => (char)ushort.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // Every escape is matched, so that an escaped backslash is never taken for the begin of another.
    [GeneratedRegex(@"\\(u(?<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?<low>[dD][c-fC-F][0-9a-fA-F]{2})|.)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();
}
