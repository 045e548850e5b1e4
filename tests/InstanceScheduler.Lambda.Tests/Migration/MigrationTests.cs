using System.Globalization;
using System.Text.Json;
using InstanceScheduler.Lambda.Tests.Runs;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Lambda.Tests.Migration;

/// <summary>The function takes over the tables of older versions in the evening of 2026-11-23 and runs for a week: what starts and stops is what their rules say.</summary>
public sealed class MigrationTests
{
    private const string Never = "";
    private const string Workdays = "Tue +09:00 -17:00, Wed +09:00 -17:00, Thu +09:00 -17:00, Fri +09:00 -17:00, Mon +09:00 -17:00";

    /// <summary>Instances at 20:00 in Shanghai: schedule, stored state, whether it runs, and the week from there (starts +, stops -).</summary>
    private static readonly (string Id, string Schedule, string? Stored, bool Runs, string Week)[] Instances =
    [
        ("i-0000000000000000a", "cn-office-hours", "stopped", false, Workdays),
        ("i-0000000000000000b", "strict", "stopped", false, Workdays),
        // Started by hand after hours: left alone until the next change, as before.
        ("i-0000000000000000c", "cn-office-hours", "stopped", true, Workdays.Replace("Tue +09:00 ", "Tue ", StringComparison.Ordinal)),
        // Stopped by hand within hours (it is noon in London).
        ("i-0000000000000000d", "uk-office-hours", "running", false, "Tue +17:00, Wed -01:00 +17:00, Thu -01:00 +17:00, Fri -01:00 +17:00, Sat -01:00, Mon +17:00"),
        ("i-0000000000000000e", "uk-office-hours", "running", true, "Tue -01:00 +17:00, Wed -01:00 +17:00, Thu -01:00 +17:00, Fri -01:00 +17:00, Sat -01:00, Mon +17:00"),
        ("i-0000000000000000f", "seattle-office-hours", "stopped", false, "Tue +01:00 -09:00, Wed +01:00 -09:00, Thu +01:00 -09:00, Fri +01:00 -09:00, Sat +01:00 -09:00"),
        // Was running before its period: never stopped, not by the last version and not now.
        ("i-00000000000000010", "keep", "stopped", true, Never),
        ("i-00000000000000011", "keep", "retain-running", true, Never),
        ("i-00000000000000012", "off", "stopped", false, Never),
        ("i-00000000000000013", "on", "running", true, Never),
        ("i-00000000000000014", "stopped", "stopped", true, Never),
        ("i-00000000000000015", "running", "running", false, Never),
        ("i-00000000000000016", "quarterly", "stopped", false, Never),
        ("i-00000000000000017", "payroll-hours", "stopped", false, Workdays.Replace("09:00", "10:00", StringComparison.Ordinal).Replace("17:00", "16:00", StringComparison.Ordinal)),
        ("i-00000000000000018", "early-birds", "stopped", false, "Tue +07:30 -12:00, Wed +07:30 -12:00, Mon +07:30 -12:00"),
        ("i-00000000000000019", "from-nine", "running", true, "Sat -00:00, Mon +09:00"),
        // Another type on weekends, by UTC.
        ("i-0000000000000001a", "scale-up-down", "running", true, "Sat -08:00 +08:30, Mon -08:00 +08:30"),
        ("i-0000000000000001b", "lenient", "stopped", false, Workdays),
        // Never seen by the last version, off outside of its hours.
        ("i-0000000000000001c", "cn-office-hours", null, false, Workdays),
        ("i-0000000000000001d", "no-such-schedule", null, true, Never),
    ];

    [Theory]
    [InlineData("v1.3")]
    [InlineData("seed")]
    public async Task A_week_on_old_tables_goes_as_their_rules_say(string origin)
    {
        await using var world = World(origin);
        AddDatabase(world, "orders", isMultiAz: false, "stopped");

        await PlayWeekAsync(world);

        Assert.All(Instances, instance => Assert.Equal(instance.Week, WeekOf(world, instance.Id)));
        Assert.Equal(Workdays, DatabaseWeekOf(world, "orders"));
        // What nobody had scheduled is told; nothing else went wrong.
        Assert.All(world.Problems, problem => Assert.Contains("no-such-schedule", problem, StringComparison.Ordinal));
        // The old snapshot gave way, and gone instances have left the table.
        Assert.Equal("instancescheduler-stopped-orders", Assert.Single(world.Rds.Snapshots()).Id);
        Assert.Null(world.StoredOf("i-0000000000000dead"));
    }

    // The older China port passed Multi-AZ databases over; v1.3 scheduled them.
    [Fact]
    public async Task A_multi_az_database_is_announced_by_the_dry_run_before_anything_else_happens_to_it()
    {
        await using var world = World("seed");
        AddDatabase(world, "orders", isMultiAz: false, "stopped");
        var reports = AddDatabase(world, "reports", isMultiAz: true, "available");
        world.Stage.PutSetting("ISSUES_TOPIC_ARN", world.Stage.Aws.Topics.Add("issues"));
        world.Stage.PutSetting("DRY_RUN", "True");

        await world.TickAsync("20:15");

        string[] announced = [.. world.Stage.Aws.Topics.Messages.SelectMany(message => message.Text.Split('\n')).Where(line => line.Contains("would", StringComparison.Ordinal))];
        Assert.Contains("would stop 1: reports (cn-office-hours)", Assert.Single(announced), StringComparison.Ordinal);
        Assert.Equal("available", reports.Status);

        await world.KillAsync();
        world.Stage.PutSetting("DRY_RUN", "False");
        await PlayWeekAsync(world);

        Assert.Equal("Mon -20:30, " + Workdays, DatabaseWeekOf(world, "reports"));
        Assert.Equal(Workdays, DatabaseWeekOf(world, "orders"));
        Assert.All(Instances, instance => Assert.Equal(instance.Week, WeekOf(world, instance.Id)));
    }

    // Difference 20: v1.3 kept no entry of it and never stopped it. Nothing announces that, so the page does.
    [Fact]
    public async Task Only_an_instance_that_v1_3_never_touched_under_a_lenient_schedule_is_stopped_that_was_not()
    {
        await using var world = World("v1.3");
        Add(world, "i-0000000000000001e", "lenient", runs: true);

        await PlayWeekAsync(world);

        Assert.Equal(Workdays.Replace("Tue +09:00 ", "Tue ", StringComparison.Ordinal), WeekOf(world, "i-0000000000000001e"));
    }

    private static SchedulerWorld World(string origin)
    {
        var world = new SchedulerWorld();
        world.Time.AdvanceTo(DateTimeOffset.Parse("2026-11-23T20:05+08:00", CultureInfo.InvariantCulture));
        foreach (var item in OldTables.Periods.Concat(OldTables.Schedules).Append(origin == "seed" ? OldTables.ConfigOfSeed : OldTables.ConfigOfV13))
            world.PutConfig(item);
        foreach (var (id, schedule, _, runs, _) in Instances)
            Add(world, id, schedule, runs);
        PutStates(world, OldTables.States(
            "ec2",
            Instances.Where(instance => instance.Stored is not null).Select(instance => (instance.Id, instance.Stored!)).Append(("i-0000000000000dead", "running")),
            ""","purge_in_next_cleanup":{"SS":["i-0000000000000dead"]}"""));
        PutStates(world, OldTables.States("rds", [("orders", "stopped")]));
        world.Rds.Add(new LocalSnapshot { Id = "instancescheduler-stopped-orders", DatabaseId = "orders" });
        return world;
    }

    private static void Add(SchedulerWorld world, string id, string schedule, bool runs) => world.Ec2.Add(new LocalInstance
    {
        Id = id,
        Region = SchedulerWorld.Region,
        Type = "t2.micro",
        InitialState = runs ? PowerState.Running : PowerState.Stopped,
        Tags = SchedulerWorld.TagsOf(schedule),
    });

    private static LocalDatabase AddDatabase(SchedulerWorld world, string id, bool isMultiAz, string status) => world.Rds.Add(new LocalDatabase
    {
        Id = id,
        MultiAz = isMultiAz,
        InitialStatus = status,
        Tags = SchedulerWorld.TagsOf("cn-office-hours"),
    });

    private static void PutStates(SchedulerWorld world, string item) =>
        world.Stage.Aws.Dynamo.Table(world.Stage.StateTable).PutRaw(JsonDocument.Parse(item).RootElement);

    private static async Task PlayWeekAsync(SchedulerWorld world)
    {
        var begin = new DateTime(2026, 11, 23, 20, 30, 0, DateTimeKind.Unspecified);
        for (var tick = begin; tick < begin.AddDays(7); tick += TimeSpan.FromMinutes(30))
            await world.TickAsync($"{tick:HH:mm}", $"{tick:yyyy-MM-dd}");
    }

    private static string WeekOf(SchedulerWorld world, string id) => Text(world.Ec2.History
        .Where(one => one.InstanceId == id && one.Cause == PowerCause.Api && one.State is PowerState.Pending or PowerState.Stopping)
        .Select(one => (one.Time, one.State == PowerState.Pending)));

    private static string DatabaseWeekOf(SchedulerWorld world, string id) => Text(world.Rds.History
        .Where(one => one.Resource.Id == id && one.Cause == RdsCause.Api && one.Status is "starting" or "stopping")
        .Select(one => (one.Time, one.Status == "starting")));

    private static string Text(IEnumerable<(DateTimeOffset Time, bool IsStart)> changes) => string.Join(", ", changes
        .Select(change => (At: change.Time.ToOffset(TimeSpan.FromHours(8)), Sign: change.IsStart ? '+' : '-'))
        .GroupBy(change => change.At.Date)
        .Select(day => $"{day.Key.ToString("ddd", CultureInfo.InvariantCulture)} {string.Join(' ', day.Select(change => $"{change.Sign}{change.At:HH:mm}"))}"));
}
