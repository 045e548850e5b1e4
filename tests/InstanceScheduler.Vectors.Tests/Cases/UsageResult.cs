using System.Text.Json;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>A usage report as lines of text, or the reason why there is none.</summary>
public sealed record UsageResult(string Text)
{
    public static readonly UsageResult Unusable = new("the schedule cannot be used");

    public static UsageResult Read(JsonElement vector)
    {
        if (vector.TryGetProperty("error", out var error))
            return error.ValueKind == JsonValueKind.String && error.GetString() != "unhandled" ? new UsageResult(error.GetString()!) : Unusable;
        return Of(vector.GetProperty("expected").EnumerateObject().Select(date => (
            date.Name,
            date.Value.GetProperty("running_periods").EnumerateObject().Select(period => new UsageLine(
                period.Name,
                period.Value.GetProperty("begin").GetString()!,
                period.Value.GetProperty("end").GetString()!,
                period.Value.GetProperty("billing_hours").GetInt64(),
                period.Value.GetProperty("billing_seconds").GetInt64())),
            date.Value.GetProperty("billing_hours").GetInt64(),
            date.Value.GetProperty("billing_seconds").GetInt64())));
    }

    public static UsageResult Of(IEnumerable<(string Date, IEnumerable<UsageLine> Lines, long Hours, long Seconds)> dates) =>
        new(string.Join(" | ", dates.Select(date =>
            $"{date.Date}: {string.Join(", ", date.Lines.OrderBy(line => line.Period, StringComparer.Ordinal))} = {date.Hours} h {date.Seconds} s")));

    public override string ToString() => Text;
}
