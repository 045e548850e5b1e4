using System.Collections.Immutable;
using System.Text.Json;
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
                WriteAction(json, "started", account.Select(result => (result.Target.Region, result.Started)));
                WriteAction(json, "stopped", account.Select(result => (result.Target.Region, result.Stopped)));
                if (service.Key == Ec2Service.ServiceName)
                    WriteAction(json, "resized", []);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAction(
        Utf8JsonWriter json, string name, IEnumerable<(string Region, ImmutableArray<(string Id, string Schedule)> Instances)> regions)
    {
        json.WriteStartObject(name);
        foreach (var (region, instances) in regions.Where(region => !region.Instances.IsEmpty))
        {
            json.WriteStartArray(region);
            foreach (var (id, schedule) in instances)
            {
                json.WriteStartObject();
                json.WriteStartObject(id);
                json.WriteString("schedule", schedule);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
