using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>respect_manual_stop and max_uptime, from Monday 2026-11-23 on.</summary>
public sealed class RespectTests
{
    private const string Respect = "\"respect_manual_stop\":{\"BOOL\":true}";

    [Fact]
    public async Task What_a_person_stopped_stays_stopped_over_begins_until_a_person_starts_it()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("lab", Respect);
        var instance = world.Add(SchedulerWorld.IdOf(1), "lab");
        await world.TickAsync("09:00");
        await world.TickAsync("13:55");
        Assert.True(world.Ec2.HumanStop(instance.Id));
        await world.TickAsync("14:05");
        Assert.Equal("retain-stopped", world.StoredOf(instance.Id));
        await world.TickAsync("18:00");
        await world.TickAsync("09:00", "2026-11-24");
        await world.TickAsync("18:00", "2026-11-24");
        await world.TickAsync("09:00", "2026-11-25");
        Assert.Equal((PowerState.Stopped, "retain-stopped"), (instance.State, world.StoredOf(instance.Id)));

        Assert.True(world.Ec2.HumanStart(instance.Id));
        await world.TickAsync("10:00", "2026-11-25");
        Assert.Equal("running", world.StoredOf(instance.Id));
        await world.TickAsync("18:00", "2026-11-25");
        Assert.Equal(PowerState.Stopping, instance.State);
        await world.TickAsync("09:00", "2026-11-26");
        Assert.Equal(PowerState.Pending, instance.State);
    }

    [Fact]
    public async Task A_shutdown_from_within_is_a_persons_too()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("lab", Respect);
        var instance = world.Add(SchedulerWorld.IdOf(1), "lab");
        await world.TickAsync("09:00");
        await world.TickAsync("09:30");
        Assert.True(world.Ec2.GuestShutdown(instance.Id));
        await world.TickAsync("10:00");
        Assert.Equal("retain-stopped", world.StoredOf(instance.Id));
    }

    [Fact]
    public async Task A_database_tells_no_reason_so_its_stop_is_a_persons()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.PutSchedule("lab", Respect);
        var database = world.AddDatabase("orders", "lab");
        await world.TickAsync("09:00");
        await world.TickAsync("10:00");
        Assert.Equal("available", database.Status);
        Assert.True(world.Rds.HumanStop(database));
        await world.TickAsync("11:00");
        Assert.Equal("retain-stopped", world.StoredOf("orders", service: "rds"));
        await world.TickAsync("18:00");
        await world.TickAsync("09:00", "2026-11-24");
        Assert.Equal("stopped", database.Status);
    }

    [Fact]
    public async Task What_has_run_long_enough_is_stopped_until_the_next_begin()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("lab", "\"max_uptime\":{\"S\":\"4h\"}," + Respect);
        var instance = world.Add(SchedulerWorld.IdOf(1), "lab");
        await world.TickAsync("09:00");
        await world.TickAsync("12:55");
        Assert.Equal(PowerState.Running, instance.State);
        await world.TickAsync("13:00");
        Assert.Equal((PowerState.Stopping, "running"), (instance.State, world.StoredOf(instance.Id)));
        // Not even with respect_manual_stop is it taken for a person's stop.
        await world.TickAsync("13:10");
        await world.TickAsync("15:00");
        Assert.Equal((PowerState.Stopped, "running"), (instance.State, world.StoredOf(instance.Id)));
        await world.TickAsync("18:00");
        await world.TickAsync("09:00", "2026-11-24");
        Assert.Equal(PowerState.Pending, instance.State);
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task A_person_may_start_it_again_for_as_long_and_an_override_for_longer()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("lab", "\"max_uptime\":{\"S\":\"2h\"}");
        var (again, longer) = (world.Add(SchedulerWorld.IdOf(1), "lab"), world.Add(SchedulerWorld.IdOf(2), "lab", tags: ("Schedule-Override", "running until 2026-11-23T14:00")));
        await world.TickAsync("09:00");
        await world.TickAsync("11:00");
        Assert.Equal((PowerState.Stopping, PowerState.Running), (again.State, longer.State));
        await world.TickAsync("11:10");
        Assert.True(world.Ec2.HumanStart(again.Id));
        await world.TickAsync("12:30");
        Assert.Equal(PowerState.Running, again.State);
        await world.TickAsync("13:15");
        Assert.Equal((PowerState.Stopping, PowerState.Running), (again.State, longer.State));
        await world.TickAsync("14:00");
        Assert.Equal(PowerState.Stopping, longer.State);
    }

    [Fact]
    public async Task A_stop_at_the_limit_that_died_with_its_run_is_asked_for_again()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("lab", "\"max_uptime\":{\"S\":\"2h\"}");
        var instance = world.Add(SchedulerWorld.IdOf(1), "lab");
        await world.TickAsync("09:00");
        await world.TickAsync("09:30");
        await world.KillBeforeAsync("StopInstances", "11:00");
        Assert.StartsWith("pause ", world.StoredOf(instance.Id, "#pending"), StringComparison.Ordinal);
        await world.TickAsync("11:05");
        Assert.Equal(PowerState.Stopping, instance.State);
        await world.TickAsync("11:15");
        Assert.Equal((PowerState.Stopped, "running", null), (instance.State, world.StoredOf(instance.Id), world.StoredOf(instance.Id, "#pending")));
    }

    [Theory]
    [InlineData("", "rds", "RDS does not tell when a database was started")]
    [InlineData(",\"enforced\":{\"BOOL\":true}", "ec2", "beside enforced, which would start again at once what it stops")]
    public async Task Where_the_limit_cannot_be_kept_that_is_told_once(string more, string service, string why)
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.PutSchedule("lab", "\"max_uptime\":{\"S\":\"2h\"}" + more);
        if (service == "rds")
            world.AddDatabase("orders", "lab");
        else
            world.Add(SchedulerWorld.IdOf(1), "lab");
        await world.TickAsync("09:00");
        await world.TickAsync("12:00");
        await world.TickAsync("12:05");
        Assert.Contains($"MaxUptimeIgnored: schedule \"lab\" has max_uptime 2h{(service == "rds" ? ", and" : "")} {why}", Assert.Single(world.Problems), StringComparison.Ordinal);
        if (service == "ec2")
            Assert.Equal(PowerState.Running, world.Ec2[SchedulerWorld.IdOf(1)].State);
    }
}
