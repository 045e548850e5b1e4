using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Checker;

/// <summary>Attributes of an item in DynamoDB's JSON.</summary>
internal static class Fields
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.TryGetProperty("S", out var text) ? text.GetString() : null;

    public static bool Is(JsonElement item, string name, bool otherwise) => item.TryGetProperty(name, out var value) && value.TryGetProperty("BOOL", out var flag) ? flag.GetBoolean() : otherwise;

    public static string[] List(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.TryGetProperty("SS", out var texts)
            ? [.. texts.EnumerateArray().SelectMany(text => text.GetString()!.Split(','))] : [];

    public static LocalTime? Time(JsonElement item, string name) => Text(item, name) is { Length: > 0 } text ? Clock.Parse(text).Value : null;
}
