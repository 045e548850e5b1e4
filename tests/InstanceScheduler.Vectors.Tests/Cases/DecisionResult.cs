using System.Text.Json;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>What a run does to an instance, and the entry it leaves behind (<c>unknown</c>: none).</summary>
public sealed record DecisionResult(string Action, string? ResizeTo, string StoredAfter, bool StopForResize = false)
{
    public static DecisionResult Read(JsonElement json) => new(
        json.GetProperty("action").GetString()!,
        json.GetProperty("resize_to").GetString(),
        json.GetProperty("stored_after").GetString()!,
        json.TryGetProperty("stop_for_resize", out var forResize) && forResize.GetBoolean());

    public static DecisionResult Leave(string storedAfter) => new("none", null, storedAfter);
}
