using System.Text.Json;
using InstanceScheduler.Core.Maintenance;
using InstanceScheduler.Vectors.Tests.Harness;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>The preferred maintenance window of a database, asked at an instant; the result is a state, or <c>error</c>, which has no instant.</summary>
public sealed record WeeklyWindowCase(string Id, string Window, Instant At, string Theirs) : IVectorCase<string>
{
    public const string Error = "error";

    public static WeeklyWindowCase Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("window").GetString()!,
        json.TryGetProperty("utc", out var utc) ? InstantPattern.General.Parse(utc.GetString()!).Value : default,
        json.TryGetProperty("error", out _) ? Error : json.GetProperty("expected").GetString()!);

    public string Ours()
    {
        try
        {
            return StateOf(WeeklyWindow.Parse(Window).IsOpenAt(At));
        }
        catch (MaintenanceWindowFormatException)
        {
            return Error;
        }
    }

    public static string StateOf(bool isOpen) => isOpen ? "running" : "stopped";
}
