using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class WalkingSkeletonTests
{
    [Fact]
    public async Task A_tick_starts_a_stopped_instance_at_nine_and_stops_it_at_six()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));

        await world.TickAsync("08:55");
        Assert.Equal(PowerState.Stopped, instance.State);
        Assert.Equal("stopped", world.StoredOf(instance.Id));

        await world.TickAsync("09:00");
        Assert.Equal(PowerState.Pending, instance.State);
        await world.TickAsync("09:05");
        Assert.Equal(PowerState.Running, instance.State);
        Assert.Equal("running", world.StoredOf(instance.Id));

        await world.TickAsync("18:00");
        Assert.Equal(PowerState.Stopping, instance.State);
        await world.TickAsync("18:05");
        Assert.Equal(PowerState.Stopped, instance.State);
        Assert.Equal("stopped", world.StoredOf(instance.Id));
        Assert.Empty(world.Problems);
    }
}
