using System.Text.Json;
using InstanceScheduler.Lambda.Tests.Runs;

namespace InstanceScheduler.Lambda.Tests.Administration;

/// <summary>What is coming, as the command line asks for it. Now is Monday 2026-11-23, 08:00 in Shanghai.</summary>
public sealed class PreviewActionRunTests
{
    private static readonly string[] Office =
    [
        "2026-11-23T08:00:00+08:00 cn-office-hours holds stopped: no period of schedule \"cn-office-hours\" runs",
        "2026-11-23T09:00:00+08:00 cn-office-hours changes running: period \"office\" of schedule \"cn-office-hours\" runs",
        "2026-11-23T18:00:00+08:00 cn-office-hours changes stopped: no period of schedule \"cn-office-hours\" runs",
    ];

    [Fact]
    public async Task Of_a_schedule_each_transition_is_told_and_of_all_by_time()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("later", "\"timezone\":{\"S\":\"Asia/Tokyo\"}");
        Assert.Equal(Office, Shown(await world.AskAsync("preview", """{"schedule":"cn-office-hours","to":"2026-11-23"}""")));
        Assert.Equal(
        [
            Office[0],
            "2026-11-23T09:00:00+09:00 later holds running: period \"office\" of schedule \"later\" runs",
            Office[1],
            "2026-11-23T18:00:00+09:00 later changes stopped: no period of schedule \"later\" runs",
            Office[2],
        ], Shown(await world.AskAsync("preview", """{"to":"2026-11-23"}""")));
        Assert.Equal(1 + 2 * 5, Shown(await world.AskAsync("preview", """{"schedule":"cn-office-hours"}""")).Count());
    }

    [Fact]
    public async Task Of_an_instance_its_tag_its_overrides_and_its_window_count()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.PutSchedule("windowed", "\"use_maintenance_window\":{\"BOOL\":true}");
        var instance = world.Add(SchedulerWorld.IdOf(1), tags: ("Schedule-Override", "running until 2026-11-23T22:00"));
        world.AddDatabase("orders", "windowed", window: "mon:12:00-mon:13:00");
        world.PutConfig($$"""{"type":{"S":"override"},"name":{"S":"noon"},"instance":{"S":"{{instance.Id}}"},"state":{"S":"stopped"},"begin":{"S":"2026-11-23T12:00+08:00"},"end":{"S":"2026-11-23T13:00+08:00"} }""");

        Assert.Equal(
        [
            "2026-11-23T08:00:00+08:00 cn-office-hours holds running: kept running by tag \"Schedule-Override\" until 2026-11-23 22:00",
            "2026-11-23T12:00:00+08:00 cn-office-hours changes stopped: kept stopped by override \"noon\" until 2026-11-23 13:00",
            "2026-11-23T13:00:00+08:00 cn-office-hours changes running: kept running by tag \"Schedule-Override\" until 2026-11-23 22:00",
            "2026-11-23T22:00:00+08:00 cn-office-hours changes stopped: no period of schedule \"cn-office-hours\" runs",
        ], Shown(await world.AskAsync("preview", $$"""{"instance":"{{instance.Id}}","to":"2026-11-23"}""")));

        var database = await world.AskAsync("preview", """{"instance":"orders","from":"2026-11-23T17:00","to":"2026-11-23","spans":true}""");
        Assert.Equal(
        [
            "2026-11-23T17:00:00+08:00 windowed holds running: period \"office\" of schedule \"windowed\" runs",
            "2026-11-23T18:00:00+08:00 windowed changes stopped: no period of schedule \"windowed\" runs",
            "2026-11-23T20:00:00+08:00 windowed changes running: maintenance window \"mon:12:00-mon:13:00\" is open (use_maintenance_window of schedule \"windowed\")",
            "2026-11-23T21:00:00+08:00 windowed changes stopped: no period of schedule \"windowed\" runs",
        ], Shown(database));
        Assert.Equal(
            ["2026-11-23T01:00:00Z 2026-11-23T10:00:00Z orders True True", "2026-11-23T12:00:00Z 2026-11-23T13:00:00Z orders True True"],
            database.GetProperty("Spans").EnumerateArray().Select(span => $"{span.GetProperty("Begin")} {span.GetProperty("End")} {span.GetProperty("Instance")} {span.GetProperty("HasBegin")} {span.GetProperty("HasEnd")}"));
    }

    [Fact]
    public async Task A_tag_that_ends_too_far_ahead_counts_from_when_it_is_near_enough()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1), tags: ("Schedule-Override", "stopped until 2026-12-01T10:00"));
        var shown = Shown(await world.AskAsync("preview", $$"""{"instance":"{{instance.Id}}","to":"2026-11-24"}""")).ToList();
        Assert.Equal([Office[0], Office[1], Office[2]], shown[..3]);
        Assert.Equal("2026-11-24T09:00:00+08:00 cn-office-hours changes running: period \"office\" of schedule \"cn-office-hours\" runs", shown[3]);
        Assert.Equal("2026-11-24T10:00:00+08:00 cn-office-hours changes stopped: kept stopped by tag \"Schedule-Override\" until 2026-12-01 10:00", shown[4]);
        Assert.Equal(5, shown.Count);
    }

    [Theory]
    [InlineData("""{"schedule":"cn-office-hour"}""", "error: schedule \"cn-office-hour\" does not exist (did you mean \"cn-office-hours\"?)")]
    [InlineData("""{"schedule":"ignore"}""", "error: the tag value ignore says that an instance is never started or stopped")]
    [InlineData("""{"schedule":"cn-office-hours","instance":"i-1"}""", "error: schedule and instance exclude each other")]
    [InlineData("""{"schedule":"cn-office-hours","to":"2028-01-01"}""", "error: from 2026-11-23T08:00+08:00 to \"2028-01-01\" (2028-01-02T00:00+08:00) is more than 366 days; ask for fewer")]
    [InlineData("""{"instance":"i-00000000000000002"}""", "not found: instance i-00000000000000002 with the tag Schedule is in no target (did you mean \"i-00000000000000001\"?); searched ec2 in 123456789012/cn-north-1")]
    [InlineData("""{"instance":"web-1"}""", "not found: instance web-1 with the tag Schedule is in no target (did you mean \"i-00000000000000001\"?); searched ec2 in 123456789012/cn-north-1")]
    [InlineData("""{"account":"123456789012"}""", "error: account narrows where an instance is looked for; name one with instance, or leave account out")]
    [InlineData("""{"schedule":"cn-office-hours","region":"cn-north-1"}""", "error: region narrows where an instance is looked for; name one with instance, or leave region out")]
    [InlineData("""{"instance":"i-00000000000000003"}""", "error: instance i-00000000000000003 is left alone: its schedule tag says that an instance is never started or stopped")]
    [InlineData("""{"instance":"i-1","region":"cn-north-2"}""", "error: region \"cn-north-2\" is not scheduled (did you mean \"cn-north-1\"?); scheduled are cn-north-1")]
    [InlineData("""{"colour":"red"}""", "error: colour is not a valid parameter, valid parameters are ['from', 'to', 'schedule', 'instance', 'service', 'account', 'region', 'spans']")]
    public async Task What_is_wrong_is_refused(string parameters, string refusal)
    {
        await using var world = new SchedulerWorld();
        world.Add(SchedulerWorld.IdOf(1), tags: ("Name", "web-1"));
        world.Add(SchedulerWorld.IdOf(3), "ignore");
        Assert.Equal(refusal, await world.RefusalAsync("preview", parameters));
    }

    [Fact]
    public async Task What_cannot_be_used_is_a_note_and_databases_of_one_name_are_told_apart()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"regions":{"SS":["cn-north-1","cn-northwest-1"]},"scheduled_services":{"SS":["rds"]}}""");
        world.PutSchedule("broken", "\"timezone\":{\"S\":\"Asia/Shangai\"}");
        var note = Assert.Single((await world.AskAsync("preview")).GetProperty("Notes").EnumerateArray()).GetString();
        Assert.StartsWith("schedule \"broken\": timezone: ", note, StringComparison.Ordinal);

        world.AddDatabase("orders");
        world.Rds.Add(new Simulator.LocalAws.Rds.LocalDatabase { Id = "orders", Region = "cn-northwest-1", InitialStatus = "stopped", MaintenanceWindow = "sun:18:00-sun:18:30", Tags = SchedulerWorld.TagsOf("cn-office-hours") });
        Assert.Equal("error: orders is in rds in 123456789012/cn-north-1, rds in 123456789012/cn-northwest-1; narrow it by account or region", await world.RefusalAsync("preview", """{"instance":"orders"}"""));
        Assert.Equal(Office[1], Shown(await world.AskAsync("preview", """{"instance":"orders","region":"cn-northwest-1"}""")).ElementAt(1));
    }

    private static IEnumerable<string> Shown(JsonElement answer) => answer.GetProperty("Transitions").EnumerateArray().Select(one =>
        $"{one.GetProperty("At")} {one.GetProperty("Schedule")} {one.GetProperty("Kind")} {one.GetProperty("State")}: {one.GetProperty("Reason")}");
}
