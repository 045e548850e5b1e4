using System.Text.Json;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Writes a list of instances.</summary>
internal static class InstancesJson
{
    public static void Write(Utf8JsonWriter answer, IEnumerable<InstanceInsight> instances, IEnumerable<string> problems, string? next)
    {
        answer.WriteStartObject();
        answer.WriteStartArray("Instances");
        foreach (var instance in instances)
            Write(answer, instance);
        answer.WriteEndArray();
        answer.WriteStartArray("Problems");
        foreach (var problem in problems)
            answer.WriteStringValue(problem);
        answer.WriteEndArray();
        answer.WriteString("Next", next);
        answer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter answer, InstanceInsight insight)
    {
        answer.WriteStartObject();
        WriteFields(answer, insight);
        answer.WriteEndObject();
    }

    /// <summary>Writes what is known of an instance into an object that somebody else has begun.</summary>
    public static void WriteFields(Utf8JsonWriter answer, InstanceInsight insight)
    {
        var (target, instance) = (insight.Target, insight.Instance);
        answer.WriteString("Id", instance.Id);
        answer.WriteString(nameof(instance.Name), instance.Name);
        answer.WriteString("Service", target.Service);
        answer.WriteString("Account", target.Account);
        answer.WriteString("Region", target.Region);
        answer.WriteString("Schedule", instance.Schedule);
        answer.WriteString("State", instance.State.ToString().ToLowerInvariant());
        answer.WriteString("Type", instance.InstanceType);
        answer.WriteString("Stored", insight.Stored);
        answer.WriteString("Desired", insight.Desired);
        answer.WriteString("Reason", insight.Reason);
    }
}
