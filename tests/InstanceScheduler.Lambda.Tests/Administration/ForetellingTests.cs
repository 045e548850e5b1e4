using System.Globalization;
using System.Text.Json;
using InstanceScheduler.Lambda.Tests.Runs;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Lambda.Tests.Administration;

/// <summary>What explain foretells of an instance that is on its way is what the next runs do. Monday 2026-11-23, the period is from 09:00 to 18:00.</summary>
public sealed class ForetellingTests
{
    private const string Database = "orders";

    private static readonly string Instance = SchedulerWorld.IdOf(1);
    private static readonly TimeSpan BetweenTicks = TimeSpan.FromMinutes(10);
    private static readonly DateTimeOffset End = DateTimeOffset.Parse("2026-11-24T19:00+08:00", CultureInfo.InvariantCulture);
    private static readonly string[] Acts = ["StartInstances", "StopInstances", "StartDBInstance", "StopDBInstance"];

    [Theory]
    // What the run asked for comes about.
    [InlineData("09:00 tick, 09:00:05 ask", "", "first stop")]
    [InlineData("09:00 tick, 09:10 tick, 18:00 tick, 18:00:05 ask", "", "first start")]
    [InlineData("10:00 start, 10:10 tick, 10:10:05 ask", "typed", "arrival start")]
    [InlineData("09:00 tick, 09:10 tick, 13:10 tick, 13:10:05 ask", "max_uptime", "first start")]
    // A person does the opposite of what the run asked for, or what no run asked for.
    [InlineData("09:00 tick, 09:03 stop, 09:03:05 ask", "", "first start")]
    [InlineData("09:00 tick, 09:03 stop, 09:03:05 ask", "enforced", "arrival start")]
    [InlineData("09:00 tick, 09:03 stop, 09:03:05 ask", "respect_manual_stop", "none")]
    [InlineData("09:00 tick, 09:10 tick, 18:00 tick, 18:03 start, 18:03:05 ask", "", "first stop")]
    [InlineData("09:00 tick, 09:10 tick, 18:00 tick, 18:03 start, 18:03:05 ask", "enforced", "arrival stop")]
    [InlineData("09:00 tick, 09:10 tick, 10:00 stop, 10:00:05 ask", "", "first start")]
    [InlineData("09:00 tick, 09:10 tick, 10:00 stop, 10:00:05 ask", "enforced", "arrival start")]
    [InlineData("09:00 tick, 09:10 tick, 10:00 stop, 10:00:05 ask", "respect_manual_stop", "none")]
    public async Task Of_an_instance(string steps, string option, string foretold) => await TryAsync(steps, option, foretold, Instance);

    [Theory]
    [InlineData("09:00 tick, 09:01 ask", "", "first stop")]
    [InlineData("09:00 tick, 09:10 tick, 18:00 tick, 18:01 ask", "", "first start")]
    [InlineData("09:00 tick, 09:20 tick, 10:00 stop, 10:01 ask", "", "first start")]
    [InlineData("09:00 tick, 09:20 tick, 10:00 stop, 10:01 ask", "enforced", "arrival start")]
    [InlineData("09:00 tick, 09:20 tick, 10:00 stop, 10:01 ask", "respect_manual_stop", "none")]
    // AWS starts what was stopped for seven days.
    [InlineData("08:10 tick, 08:31 ask", "restarted", "arrival stop")]
    public async Task Of_a_database(string steps, string option, string foretold) => await TryAsync(steps, option, foretold, Database);

    private static async Task TryAsync(string steps, string option, string foretold, string id)
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.PutSchedule("lab", option switch
        {
            "max_uptime" => "\"max_uptime\":{\"S\":\"4h\"}",
            "enforced" or "respect_manual_stop" => $"\"{option}\":{{\"BOOL\":true}}",
            _ => "\"description\":{\"S\":\"\"}",
        }, option == "typed" ? "office@m5.xlarge" : "office");
        if (id == Database)
            world.Rds.Add(new LocalDatabase
            {
                Id = id,
                InitialStatus = "stopped",
                InitialRestartTime = option == "restarted" ? DateTimeOffset.Parse("2026-11-23T08:30+08:00", CultureInfo.InvariantCulture) : null,
                MaintenanceWindow = "sun:18:00-sun:18:30",
                Tags = SchedulerWorld.TagsOf("lab"),
            });
        else
            world.Add(id, "lab");

        JsonElement? answer = null;
        foreach (var step in steps.Split(", ").Select(step => step.Split(' ')))
            answer = await DoAsync(world, step[0], step[1], id);
        Assert.NotNull(answer);
        Assert.True(IsOnItsWay(world, id), "It is not on its way any more.");
        var next = answer.Value.GetProperty("Instances")[0].GetProperty("Next");
        var (done, arrival) = await FirstActAsync(world, id);

        if (foretold == "none")
        {
            Assert.Equal(JsonValueKind.Null, next.ValueKind);
            Assert.Null(done);
            return;
        }

        var (run, action) = (next.GetProperty("Run").GetString(), next.GetProperty("Action").GetString());
        Assert.Equal(foretold, $"{run} {action}");
        var due = run == "arrival" ? arrival : Later(next.GetProperty("At").GetDateTimeOffset());
        Assert.Equal((action, due), done);
    }

    private static async Task<JsonElement?> DoAsync(SchedulerWorld world, string time, string verb, string id)
    {
        if (verb == "tick")
        {
            await world.TickAsync(time);
            return null;
        }

        world.Time.AdvanceTo(DateTimeOffset.Parse($"2026-11-23T{time}+08:00", CultureInfo.InvariantCulture));
        if (verb == "ask")
            return await world.AskAsync("explain", $$"""{"instance":"{{id}}"}""");
        var database = id == Database ? world.Rds.Database(id) : null;
        Assert.True((verb, database) switch
        {
            ("start", null) => world.Ec2.HumanStart(id),
            ("stop", null) => world.Ec2.HumanStop(id),
            ("start", { } started) => world.Rds.HumanStart(started),
            (_, var stopped) => world.Rds.HumanStop(stopped!),
        });
        return null;
    }

    private static bool IsOnItsWay(SchedulerWorld world, string id) => id == Database
        ? world.Rds.Database(id).Status is not ("available" or "stopped")
        : world.Ec2.Instances.Single(instance => instance.Id == id).State is PowerState.Pending or PowerState.Stopping;

    // The first tick that acts, and the first that finds it arrived.
    private static async Task<((string? Action, DateTimeOffset At)? Done, DateTimeOffset Arrival)> FirstActAsync(SchedulerWorld world, string id)
    {
        DateTimeOffset? arrival = null;
        for (var at = Later(world.Time.GetUtcNow()); at < End; at += BetweenTicks)
        {
            world.Time.AdvanceTo(at);
            if (!IsOnItsWay(world, id))
                arrival ??= at;
            var before = Count(world);
            await world.TickAsync(at.ToString("HH:mm", CultureInfo.InvariantCulture), at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (Count(world) > before)
                return ((world.Stage.Aws.Calls.Last(call => Acts.Contains(call.Operation)).Operation.StartsWith("Start", StringComparison.Ordinal) ? "start" : "stop", at), arrival ?? End);
        }

        return (null, arrival ?? End);
    }

    private static int Count(SchedulerWorld world) => world.Stage.Aws.Calls.Count(call => Acts.Contains(call.Operation));

    // The first tick at or after an instant, on the clock of Shanghai.
    private static DateTimeOffset Later(DateTimeOffset instant)
    {
        var past = instant.Ticks % BetweenTicks.Ticks;
        return (past == 0 ? instant : instant.AddTicks(BetweenTicks.Ticks - past)).ToOffset(TimeSpan.FromHours(8));
    }
}
