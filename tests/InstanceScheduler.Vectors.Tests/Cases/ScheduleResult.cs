using System.Text.Json;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>What a schedule wants for one instance; <see cref="Dropped"/> when the schedule cannot be used.</summary>
public sealed record ScheduleResult(string State, string? InstanceType, string? Period)
{
    public static readonly ScheduleResult Dropped = new("dropped", null, null);

    public static ScheduleResult Read(JsonElement vector)
    {
        if (vector.TryGetProperty("error", out _))
            return Dropped;
        var expected = vector.GetProperty("expected");
        return new ScheduleResult(
            expected.GetProperty("state").GetString()!, TableItem.Text(expected, "instance_type"), TableItem.Text(expected, "period"));
    }
}
