using System.Text.Json;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Tolerant questions to an event of unknown shape.</summary>
internal static class JsonElementExtensions
{
    public static string? Text(this JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String
            ? field.GetString()
            : null;

    public static bool HasText(this JsonElement request, string name, string text) => request.Text(name) == text;

    public static bool IsTrue(this JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.True;

    /// <summary>A field of an object; undefined where there is none.</summary>
    public static JsonElement Member(this JsonElement request, string name)
    {
        try
        {
            return request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var field) ? field : default;
        }
        catch (InvalidOperationException)
        {
            // The name of another field is no text.
            return default;
        }
    }
}
