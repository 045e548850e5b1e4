using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Reads fields that may be absent, null or of another kind, and says what stands there instead.</summary>
internal static class JsonFields
{
    private const int LongestQuote = 60;

    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static JsonElement? Field(this JsonElement? element, string name) => element is { } value ? value.Field(name) : null;

    /// <summary>The text of a string field that is not blank; null for everything else.</summary>
    public static string? Text(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } value && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString() : null;

    /// <summary>The strings of a list that are not blank.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement? element) =>
        [.. element.Items().Select(item => ((JsonElement?)item).Text()).OfType<string>()];

    /// <summary>A time of ISO 8601; null for everything else.</summary>
    public static DateTimeOffset? Time(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } value && value.TryGetDateTimeOffset(out var time) ? time : null;

    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>The value as a message shows it: quoted as JSON writes it, cut when long.</summary>
    public static string Describe(this JsonElement? element) => element switch
    {
        null => "missing",
        { ValueKind: JsonValueKind.String } text => Cut($"\"{text.GetString()}\""),
        { } other => Cut(other.GetRawText()),
    };

    /// <summary>The first names of an object's fields: enough to recognise which command wrote it.</summary>
    public static string Shape(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when !element.EnumerateObject().Any() => "an object without fields",
        JsonValueKind.Object => Cut("an object with " + string.Join(", ", element.EnumerateObject().Take(4).Select(field => field.Name))),
        _ => ((JsonElement?)element).Describe(),
    };

    private static string Cut(string text) => text.Length <= LongestQuote ? text : string.Concat(text.AsSpan(0, LongestQuote), "…");
}
