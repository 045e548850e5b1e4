using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Ec2;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Writes the result of a run: what was attempted, by service, account and region; quiet regions are left out.</summary>
internal static class RunResultWriter
{
    public static void Write(Utf8JsonWriter json, IEnumerable<TargetResult> results)
    {
        json.WriteStartObject();
        foreach (var service in results.GroupBy(result => result.Target.Service, StringComparer.Ordinal))
        {
            json.WriteStartObject(service.Key);
            foreach (var account in service.GroupBy(result => result.Target.Account, StringComparer.Ordinal))
            {
                json.WriteStartObject(account.Key);
                WriteAction(json, "started", account.Select(result => (result.Target.Region, result.Started)), WritePower);
                WriteAction(json, "stopped", account.Select(result => (result.Target.Region, result.Stopped)), WritePower);
                if (service.Key == Ec2Service.ServiceName)
                    WriteAction(json, "resized", account.Select(result => (result.Target.Region, result.Resized)), WriteResize);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAction<T>(
        Utf8JsonWriter json, string name, IEnumerable<(string Region, ImmutableArray<T> Instances)> regions, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject(name);
        foreach (var (region, instances) in regions.Where(region => !region.Instances.IsEmpty))
        {
            json.WriteStartArray(region);
            foreach (var instance in instances)
            {
                json.WriteStartObject();
                write(json, instance);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePower(Utf8JsonWriter json, (string Id, string Schedule) instance)
    {
        json.WriteStartObject(instance.Id);
        json.WriteString("schedule", instance.Schedule);
        json.WriteEndObject();
    }

    private static void WriteResize(Utf8JsonWriter json, (string Id, string Schedule, TypeChange Change) instance)
    {
        json.WriteStartObject(instance.Id);
        json.WriteString("schedule", instance.Schedule);
        json.WriteString("old", instance.Change.Old);
        json.WriteString("new", instance.Change.New);
        json.WriteEndObject();
    }
}
