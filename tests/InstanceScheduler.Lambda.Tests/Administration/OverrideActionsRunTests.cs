using System.Text.Json;
using InstanceScheduler.Lambda.Tests.Runs;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Lambda.Tests.Administration;

/// <summary>Overrides as the command line makes, shows and cancels them.</summary>
public sealed class OverrideActionsRunTests
{
    [Fact]
    public async Task Made_it_counts_at_the_next_run_and_cancelled_no_longer()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("20:00");
        var made = (await world.AskAsync("create-override", $$"""{"instance":"{{instance.Id}}","state":"running","for":"4h","reason":"release night","created-by":"wang"}""")).GetProperty("Override");
        var name = made.GetProperty("Name").GetString()!;
        Assert.Equal($"{instance.Id}-20261123T120000Z", name);
        Assert.Equal("2026-11-24T00:00:00+08:00", made.GetProperty("End").GetString());
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), made.GetProperty("Expires").GetInt64());

        await world.TickAsync("20:05");
        Assert.Equal(PowerState.Pending, instance.State);
        var shown = await OnlyAsync(world);
        Assert.Equal(("holds", "3h 55m", "wang"), (shown.GetProperty("Status").GetString(), shown.GetProperty("TimeLeft").GetString(), shown.GetProperty("CreatedBy").GetString()));
        var seen = (await world.AskAsync("describe-instances")).GetProperty("Instances")[0];
        Assert.Contains("kept running by override", seen.GetProperty("Reason").GetString(), StringComparison.Ordinal);

        Assert.Equal(name, (await world.AskAsync("cancel-override", $$"""{"name":"{{name}}"}""")).GetProperty("Override").GetString());
        await world.TickAsync("20:15");
        Assert.Equal(PowerState.Stopping, instance.State);
        Assert.Equal($"not found: override {name} does not exist", await world.RefusalAsync("cancel-override", $$"""{"name":"{{name}}"}"""));
    }

    [Fact]
    public async Task Those_that_have_ended_are_shown_only_when_asked_for_and_unreadable_ones_with_their_problem()
    {
        await using var world = new SchedulerWorld();
        await world.TickAsync("12:00");
        world.PutConfig("""{"type":{"S":"override"},"name":{"S":"a"},"instance":{"S":"i-1"},"state":{"S":"running"},"end":{"S":"2026-11-23T03:00Z"}}""");
        world.PutConfig("""{"type":{"S":"override"},"name":{"S":"b"},"instance":{"S":"i-1"},"state":{"S":"running"},"begin":{"S":"2026-11-24T03:00Z"},"end":{"S":"2026-11-25T03:00Z"}}""");
        world.PutConfig("""{"type":{"S":"override"},"name":{"S":"c"},"instance":{"S":"i-1"},"state":{"S":"up"},"end":{"S":"2026-11-25T03:00Z"}}""");

        var shown = await AllAsync(world, "{}");
        Assert.Equal(["b waits", "c unreadable"], shown.Select(one => $"{one.GetProperty("Name")} {one.GetProperty("Status")}"));
        Assert.Equal("23h 0m", shown[0].GetProperty("BeginsIn").GetString());
        Assert.Equal("state: \"up\" is unknown; use running or stopped", shown[1].GetProperty("Problem").GetString());
        Assert.Equal(["a ended", "b waits", "c unreadable"], (await AllAsync(world, """{"all":true}""")).Select(one => $"{one.GetProperty("Name")} {one.GetProperty("Status")}"));
    }

    [Theory]
    [InlineData("create-override", """{"schedule":"cn-office-hour","state":"running","for":"4h"}""", "error: not found: schedule cn-office-hour does not exist (did you mean \"cn-office-hours\"?)")]
    [InlineData("create-override", """{"schedule":"cn-office-hours","state":"running","until":"2026-11-22"}""", "error: the override would have ended at 2026-11-23T00:00:00+08:00, and it is 2026-11-23T08:00:00+08:00; give an end to come")]
    [InlineData("create-override", """{"schedule":["x"],"state":"running","for":"4h"}""", "error: schedule: ['x'] is not a text")]
    [InlineData("cancel-override", "{}", "error: override name parameter can not be empty")]
    [InlineData("describe-overrides", """{"colour":"red"}""", "error: colour is not a valid parameter, valid parameters are ['all']")]
    public async Task What_is_wrong_is_refused(string action, string parameters, string refusal)
    {
        await using var world = new SchedulerWorld();
        Assert.Equal(refusal, await world.RefusalAsync(action, parameters));
    }

    private static async Task<JsonElement> OnlyAsync(SchedulerWorld world) => Assert.Single(await AllAsync(world, "{}"));

    private static async Task<JsonElement[]> AllAsync(SchedulerWorld world, string parameters) =>
        [.. (await world.AskAsync("describe-overrides", parameters)).GetProperty("Overrides").EnumerateArray()];
}
