using System.Text.Json;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Report;
using InstanceScheduler.Simulator.Tests.Fleet;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Play;

/// <summary>Short plays of small fleets: the Monday of 2026-11-23, a tick every three hours.</summary>
internal static class PlayTest
{
    public const string Tagged = "'TagList': [{'Key': 'Schedule', 'Value': 'office'}]";

    public static string Arn(string id, string kind = "db", string region = "cn-north-1") => $"'arn:aws-cn:rds:{region}:123456789012:{kind}:{id}'";

    public static SimulationInput Input(string settings, params string[] documents) => new()
    {
        Title = "A day",
        Fleet = FleetFileTests.Read(documents),
        Config =
        [
            Item($$$"""{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"regions":{"SS":["cn-north-1","cn-northwest-1"]},{{{settings}}}}"""),
            Item("""{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"}}"""),
            Item("""{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["office"]}}"""),
        ],
        FirstDay = new LocalDate(2026, 11, 23),
        Days = 1,
        Tick = Duration.FromHours(3),
        Zone = Sample.Zone,
    };

    /// <summary>All services, clusters too.</summary>
    public const string AllServices = """ "scheduled_services":{"SS":["ec2","rds"]},"schedule_clusters":{"BOOL":true} """;

    public static async Task<SimulationReport> RunAsync(SimulationInput input)
    {
        using var simulation = new Simulation(input);
        return await simulation.RunAsync(_ => { }, CancellationToken.None);
    }

    private static JsonElement Item(string json) => JsonDocument.Parse(json).RootElement;
}
