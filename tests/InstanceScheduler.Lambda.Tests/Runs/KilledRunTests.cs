using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class KilledRunTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kill_between_start_and_save_ends_as_if_nothing_had_happened(bool retainRunning)
    {
        var disturbed = await PlayAsync(retainRunning, kill: true);
        var undisturbed = await PlayAsync(retainRunning, kill: false);

        Assert.Equal(undisturbed, disturbed);
        Assert.Equal(["Stopped/stopped", "Running/running", "Stopped/stopped"], undisturbed);
    }

    private static async Task<string[]> PlayAsync(bool retainRunning, bool kill)
    {
        await using var world = new SchedulerWorld();
        var flag = retainRunning ? "true" : "false";
        world.PutConfig("{\"type\":{\"S\":\"schedule\"},\"name\":{\"S\":\"cn-office-hours\"},\"periods\":{\"SS\":[\"office\"]},\"retain_running\":{\"S\":\"" + flag + "\"}}");
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("08:55");
        var before = $"{instance.State}/{world.StoredOf(instance.Id)}";

        if (kill)
            await world.KillAfterAsync("StartInstances", "09:00");
        else
            await world.TickAsync("09:00");
        await world.TickAsync("09:05");
        var during = $"{instance.State}/{world.StoredOf(instance.Id)}";

        await world.TickAsync("18:00");
        await world.TickAsync("18:05");
        return [before, during, $"{instance.State}/{world.StoredOf(instance.Id)}"];
    }

    [Fact]
    public async Task A_kill_before_the_start_took_hold_is_made_good_by_the_next_run()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("08:55");

        await world.KillBeforeAsync("StartInstances", "09:00");
        Assert.Equal(PowerState.Stopped, instance.State);
        await world.TickAsync("09:05");

        Assert.Equal(PowerState.Pending, instance.State);
    }

    [Fact]
    public async Task A_start_that_falls_back_is_reported_and_tried_again()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("08:55");
        instance.FallsBack = "Client.InternalError";

        await world.TickAsync("09:00");
        instance.FallsBack = null;
        await world.TickAsync("09:05");

        Assert.Contains(world.Problems, problem => problem.Contains("Client.InternalError", StringComparison.Ordinal));
        Assert.Equal(PowerState.Pending, instance.State);
        await world.TickAsync("09:10");
        Assert.Equal("running", world.StoredOf(instance.Id));
    }

    [Fact]
    public async Task A_human_who_stops_an_instance_right_after_its_start_is_respected()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("09:00");
        world.Time.AdvanceBy(TimeSpan.FromMinutes(1));
        Assert.True(world.Ec2.HumanStop(instance.Id));

        await world.TickAsync("09:05");
        await world.TickAsync("09:10");

        Assert.Equal(PowerState.Stopped, instance.State);
        Assert.Equal("running", world.StoredOf(instance.Id));
    }
}
