using System.Text.Json;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>Names targets as they are called here: <c>ec2:123456789012:cn-north-1</c>.</summary>
internal static class ChaosTarget
{
    public static readonly string[] All =
    [
        .. from service in new[] { "ec2", "rds" }
           from account in ChaosFleet.Managed.Prepend(ChaosFleet.Hub)
           from region in ChaosFleet.Regions
           select Of(service, account, region),
    ];

    public static string Of(string service, string account, string region) => $"{service}:{account}:{region}";

    /// <summary>The target of a run's event; null where the event is a tick.</summary>
    public static string? OfEvent(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        if (!document.RootElement.TryGetProperty("configuration", out var configuration))
            return null;
        return Of(
            configuration.GetProperty("scheduled_services")[0].GetString()!,
            document.RootElement.GetProperty("account").GetString()!,
            configuration.GetProperty("regions")[0].GetString()!);
    }
}
