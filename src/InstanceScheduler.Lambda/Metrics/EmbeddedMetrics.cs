using System.Text.Json;
using InstanceScheduler.Aws;
using InstanceScheduler.Lambda.Logging;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace InstanceScheduler.Lambda.Metrics;

/// <summary>Writes metrics as log lines that CloudWatch turns into metrics by itself: the embedded metric format.</summary>
/// <param name="writer">Where log lines go.</param>
/// <param name="stack">Name of the stack; empty: none.</param>
/// <param name="time">Clock of the lines' own time.</param>
internal sealed class EmbeddedMetrics(JsonLineWriter writer, string stack, TimeProvider time)
{
    private const string Event = "Metrics";
    private const string Service = "Service";
    private const string Schedule = "Schedule";
    private const string ManagedInstances = "ManagedInstances";
    private const string RunningInstances = "RunningInstances";

    // A namespace cannot begin with the colon.
    private readonly string _namespace = stack.Length == 0 ? "InstanceScheduler" : $"{stack}:InstanceScheduler";

    /// <summary>One line per schedule, dated by the run's instant; nothing for no counts.</summary>
    public void Write(Target target, Instant instant, ScheduleCounts counts)
    {
        foreach (var (schedule, count) in counts.All)
            writer.Write(json => WriteLine(json, target, instant, schedule, count));
    }

    private void WriteLine(Utf8JsonWriter json, Target target, Instant instant, string schedule, ScheduleCount count)
    {
        WriteDirective(json, instant);
        json.WriteString(Service, target.Service);
        json.WriteString(Schedule, DimensionValue.Of(schedule));
        json.WriteNumber(ManagedInstances, count.Managed);
        json.WriteNumber(RunningInstances, count.Running);

        // What the directive does not name is no metric: these make it a log line like all others.
        json.WriteString("time", time.GetUtcNow());
        json.WriteString("level", nameof(LogLevel.Information));
        json.WriteString("event", Event);
        json.WriteString("message", $"{schedule}: {count.Running} of {count.Managed} instances running in {target}");
        json.WriteString("account", target.Account);
        json.WriteString("region", target.Region);
    }

    private void WriteDirective(Utf8JsonWriter json, Instant instant)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", instant.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", _namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        json.WriteStringValue(Service);
        json.WriteStringValue(Schedule);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        WriteMetric(json, ManagedInstances);
        WriteMetric(json, RunningInstances);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMetric(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("Name", name);
        json.WriteString("Unit", "Count");
        json.WriteEndObject();
    }
}
