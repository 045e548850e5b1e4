using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Report;

/// <summary>Small reports, all of the same two days.</summary>
internal static class Reports
{
    public static DateTimeZone Shanghai { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>Monday midnight in Shanghai.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 10, 25, 16, 0);

    public static PriceList Prices { get; } = new(
        "CNY", new Dictionary<string, decimal>(StringComparer.Ordinal) { ["t3.medium"] = 0.5m, ["t3.large"] = 1m }, "illustrative", []);

    public static SimulationReport Of(params InstanceTimeline[] instances) => new(
        "Two days", Start, Start + Duration.FromDays(2), Duration.FromMinutes(5), Shanghai, instances, [], Prices, []);

    /// <summary>A span from and to hours after the start.</summary>
    public static PowerSpan Span(double from, double to, PowerState state, PowerCause cause = PowerCause.Scheduler, string reason = "") =>
        new(Start + Duration.FromHours(from), Start + Duration.FromHours(to), state, cause, reason);

    public static InstanceTimeline Instance(
        string id, IReadOnlyList<PowerSpan> spans, string? name = null, string? schedule = "cn-office-hours", bool managed = true, string type = "t3.medium") =>
        new("123456789012", "cn-north-1", id, name, type, schedule, managed, spans, Starts: 1, Stops: 2, Problems: []);

    public static string Html(SimulationReport report)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        HtmlReport.Write(writer, report);
        return writer.ToString();
    }
}
