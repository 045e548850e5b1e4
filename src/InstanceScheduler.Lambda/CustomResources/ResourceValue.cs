using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using InstanceScheduler.Lambda.Handlers;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Values of properties as CloudFormation sends them: scalars are texts, whatever the template had. Blank counts as absent.</summary>
internal static class ResourceValue
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    /// <summary>Null when the value is absent.</summary>
    /// <exception cref="FormatException">It is not a text.</exception>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String when value.GetString()!.Trim() is var text => text.Length == 0 ? null : text,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw Unreadable(value, "a text"),
    };

    /// <inheritdoc cref="Text"/>
    /// <exception cref="FormatException">It is neither true nor false, in any case.</exception>
    public static bool? Flag(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            throw Unreadable(value, "true or false");
        return Text(value) switch
        {
            null => null,
            var text when bool.TryParse(text, out var flag) => flag,
            _ => throw Unreadable(value, "true or false"),
        };
    }

    /// <summary>The entries of a list, or of a text with commas, each once; empty when the value is absent or all of it is blank.</summary>
    /// <exception cref="FormatException">It is neither a text nor a list of texts.</exception>
    public static ImmutableArray<string> List(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object
            || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(entry => entry.ValueKind is JsonValueKind.Array or JsonValueKind.Object)))
            throw Unreadable(value, "a list of texts");
        var texts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text) : [Text(value)];
        ImmutableArray<string> entries = [.. texts.SelectMany(text => (text ?? "").Split(',')).Select(entry => entry.Trim()).Distinct(StringComparer.Ordinal)];
        return entries.All(string.IsNullOrEmpty) ? [] : entries;
    }

    /// <summary>A time in seconds, from one second to one hour; null when it is absent or anything else.</summary>
    public static TimeSpan? Seconds(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number
        && EventText.IsReadable(value)
        && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= 1 && seconds <= LongestTimeout.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static FormatException Unreadable(JsonElement value, string expected)
    {
        const int longest = 60;
        var shown = value.GetRawText();
        return new FormatException($"{(shown.Length > longest ? shown[..longest] + "…" : shown)} cannot be read; expected {expected}");
    }
}
