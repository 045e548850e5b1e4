using System.Text.Json;
using InstanceScheduler.Core.Maintenance;
using InstanceScheduler.Vectors.Tests.Harness;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>An SSM maintenance window, asked at an instant; the result is a state.</summary>
public sealed record DatedWindowCase(string Id, string Next, int Hours, string Zone, int Interval, Instant At, string Theirs) : IVectorCase<string>
{
    public static DatedWindowCase Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("next_execution").GetString()!,
        json.GetProperty("duration_hours").GetInt32(),
        json.GetProperty("timezone").GetString()!,
        json.GetProperty("interval_minutes").GetInt32(),
        InstantPattern.General.Parse(json.GetProperty("utc").GetString()!).Value,
        json.GetProperty("expected").GetString()!);

    public string Ours() => WeeklyWindowCase.StateOf(
        DatedWindow.Next("window", "mw-1", Next, Zone, Hours).IsOpenAt(At, DatedWindow.LeadFor(Duration.FromMinutes(Interval))));
}
