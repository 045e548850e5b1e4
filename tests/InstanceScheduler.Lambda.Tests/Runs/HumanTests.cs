using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>What people do by hand between two boundaries.</summary>
public sealed class HumanTests
{
    [Theory]
    // flags                          | stopped by hand at 14:00, at 14:05 | at nine next day
    [InlineData("", "Stopped", "Pending")]
    [InlineData("enforced", "Pending", "Pending")]
    public async Task A_manual_stop_is_respected_until_the_next_begin_unless_enforced(string flag, string soon, string nextDay)
    {
        await using var world = World(flag);
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("09:00");
        await world.TickAsync("13:55");
        world.Time.AdvanceTo(DateTimeOffset.Parse("2026-11-23T14:00+08:00"));
        Assert.True(world.Ec2.HumanStop(instance.Id));
        await world.TickAsync("14:05");
        Assert.Equal(soon, instance.State.ToString());
        await world.TickAsync("18:00");
        await world.TickAsync("18:05");
        await world.TickAsync("09:00", "2026-11-24");
        Assert.Equal(nextDay, instance.State.ToString());
    }

    [Fact]
    public async Task With_retain_running_an_instance_started_before_its_period_is_spared_at_the_end()
    {
        await using var world = World("retain_running");
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("08:00");
        Assert.True(world.Ec2.HumanStart(instance.Id));
        await world.TickAsync("09:00");
        Assert.Equal("retain-running", world.StoredOf(instance.Id));
        await world.TickAsync("18:00");
        Assert.Equal(PowerState.Running, instance.State);
        Assert.Equal("stopped", world.StoredOf(instance.Id));
    }

    [Fact]
    public async Task A_terminated_instance_is_forgotten_at_once_and_an_unlisted_one_after_a_day()
    {
        await using var world = new SchedulerWorld();
        var (terminated, untagged, kept) = (world.Add(SchedulerWorld.IdOf(1)), world.Add(SchedulerWorld.IdOf(2)), world.Add(SchedulerWorld.IdOf(3)));
        await world.TickAsync("00:00");
        world.Ec2.Terminate(terminated.Id);
        world.Ec2.HumanTag(untagged.Id, "Schedule", null);

        await world.TickAsync("00:05");
        Assert.Null(world.StoredOf(terminated.Id));
        Assert.Equal("stopped", world.StoredOf(untagged.Id));

        await world.TickAsync("12:10");
        await world.TickAsync("13:00");
        Assert.Null(world.StoredOf(untagged.Id));
        Assert.Equal("running", world.StoredOf(kept.Id));
    }

    private static SchedulerWorld World(string flag)
    {
        var world = new SchedulerWorld();
        if (flag.Length > 0)
            world.PutConfig("{\"type\":{\"S\":\"schedule\"},\"name\":{\"S\":\"cn-office-hours\"},\"periods\":{\"SS\":[\"office\"]},\"" + flag + "\":{\"BOOL\":true}}");
        return world;
    }
}
