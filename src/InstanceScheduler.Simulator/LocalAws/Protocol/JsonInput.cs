using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>Members of a request; one that is null counts as not given.</summary>
internal static class JsonInput
{
    public static JsonElement? Member(this JsonElement input, string name) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    public static string? Text(this JsonElement input, string name) => input.Member(name)?.GetString();

    public static bool Flag(this JsonElement input, string name) => input.Member(name) is { ValueKind: JsonValueKind.True };

    public static int? Number(this JsonElement input, string name) => input.Member(name)?.GetInt32();

    public static IReadOnlyList<string> Texts(this JsonElement input, string name) =>
        input.Member(name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray().Select(e => e.GetString() ?? "")] : [];
}
