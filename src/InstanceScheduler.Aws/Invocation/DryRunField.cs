using System.Text.Json;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>Reads whether an event asks for a dry run.</summary>
internal static class DryRunField
{
    /// <summary>Whoever writes the field at all, in whatever way, does not want anything done by mistake.</summary>
    public static bool IsSet(JsonElement fields) =>
        fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(RunFields.DryRun, out var field) && field.ValueKind switch
        {
            JsonValueKind.False or JsonValueKind.Null => false,
            JsonValueKind.String => !string.Equals(field.GetString()?.Trim(), "false", StringComparison.OrdinalIgnoreCase),
            _ => true,
        };
}
