using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Tests.Fleet;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Play;

public sealed class SimulationTests
{
    [Fact]
    public async Task Between_ticks_others_may_look_at_what_a_tick_finds_and_leaves()
    {
        var input = PlayTest.Input(PlayTest.AllServices, Json.Databases(Json.Database(status: "'stopped'", more: PlayTest.Tagged)));
        using var simulation = new Simulation(input);
        var seen = new List<string>();
        var database = simulation.Stage.Aws.Rds.Database("orders");
        simulation.BeforeTick = tick => Note("before", tick);
        simulation.AfterTransitions = tick => Note("after", tick);

        await simulation.RunAsync(_ => { }, CancellationToken.None);

        Assert.Equal(16, seen.Count);
        Assert.Equal(["06:00 after 06:12 stopped", "09:00 before 09:00 stopped", "09:00 after 09:12 available", "12:00 before 12:00 available"], seen[5..9]);

        Task Note(string when, Instant tick)
        {
            var clock = Instant.FromDateTimeOffset(simulation.Stage.Aws.Time.GetUtcNow());
            seen.Add($"{Local(tick)} {when} {Local(clock)} {database.Status}");
            return Task.CompletedTask;
        }

        string Local(Instant instant) => instant.InZone(input.Zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Incidents_happen_at_their_time()
    {
        var input = PlayTest.Input(PlayTest.AllServices, Json.Databases(Json.Database(status: "'stopped'", more: PlayTest.Tagged)));

        var report = await PlayTest.RunAsync(input with
        {
            Incidents =
            [
                new Incident(0, new LocalTime(8, 59), aws => aws.Rds.Database("orders").StartRefusal = "InsufficientDBInstanceCapacity"),
                new Incident(0, new LocalTime(11, 0), aws => aws.Rds.Database("orders").StartRefusal = null),
            ],
        });

        var row = Assert.Single(report.Instances);
        Assert.Contains("InsufficientDBInstanceCapacity", Assert.Single(row.Problems), StringComparison.Ordinal);
        Assert.Equal(input.Start + Duration.FromHours(12), row.Spans.First(span => span.State == Simulator.Report.PowerState.Starting).From);
    }
}
