using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>Overrides on Monday 2026-11-23, when the office is open from nine to six in Shanghai.</summary>
public sealed class OverrideTests
{
    [Fact]
    public async Task Kept_running_in_the_evening_it_stops_as_soon_as_the_override_ends()
    {
        await using var world = new SchedulerWorld();
        var (kept, other) = (world.Add(SchedulerWorld.IdOf(1)), world.Add(SchedulerWorld.IdOf(2)));
        world.PutConfig(Item("release", kept.Id, "running", "2026-11-23T17:00+08:00", "2026-11-23T22:00+08:00"));
        await world.TickAsync("09:00");
        await world.TickAsync("17:55");
        await world.TickAsync("18:00");
        Assert.Equal((PowerState.Running, PowerState.Stopping), (kept.State, other.State));

        // A stop by hand is undone meanwhile.
        Assert.True(world.Ec2.HumanStop(kept.Id));
        await world.TickAsync("19:00");
        Assert.Equal(PowerState.Pending, kept.State);
        Assert.Contains(world.Log, line => line.GetProperty("message").GetString()!.Contains(
            "kept running by override \"release\" until 2026-11-23 22:00 by wang: release night", StringComparison.Ordinal));
        await world.TickAsync("21:55");
        Assert.Equal(PowerState.Running, kept.State);
        await world.TickAsync("22:00");

        Assert.Equal(PowerState.Stopping, kept.State);
        Assert.Equal("stopped", world.StoredOf(kept.Id));
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task Kept_stopped_during_the_day_it_starts_as_soon_as_the_override_ends()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("lab", "\"stop_new_instances\":{\"BOOL\":false},\"retain_running\":{\"BOOL\":true}");
        var instance = world.Add(SchedulerWorld.IdOf(1), "lab", PowerState.Running);
        world.PutConfig("""{"type":{"S":"override"},"name":{"S":"o"},"schedule":{"S":"lab"},"state":{"S":"stopped"},"end":{"S":"2026-11-23T12:00:00+08:00"}}""");
        await world.TickAsync("08:00");
        Assert.Equal(PowerState.Stopping, instance.State);
        await world.TickAsync("09:00");
        Assert.True(world.Ec2.HumanStart(instance.Id));
        await world.TickAsync("09:30");
        Assert.Equal(PowerState.Stopping, instance.State);
        await world.TickAsync("11:55");
        Assert.Equal(PowerState.Stopped, instance.State);
        await world.TickAsync("12:00");
        Assert.Equal(PowerState.Pending, instance.State);
    }

    [Theory]
    // narrowed to | whether it is about our instance
    [InlineData("", true)]
    [InlineData(",\"region\":{\"S\":\"cn-north-1\"},\"service\":{\"S\":\"ec2\"}", true)]
    [InlineData(",\"region\":{\"S\":\"cn-northwest-1\"}", false)]
    [InlineData(",\"service\":{\"S\":\"rds\"}", false)]
    public async Task An_account_can_be_kept_running_or_a_part_of_it(string narrowed, bool runs)
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        world.PutConfig($$"""{"type":{"S":"override"},"name":{"S":"all"},"account":{"S":"{{SchedulerWorld.Account}}"},"state":{"S":"running"},"end":{"S":"2026-11-24T00:00Z"}{{narrowed}}}""");
        await world.TickAsync("20:00");
        Assert.Equal(runs ? PowerState.Pending : PowerState.Stopped, instance.State);
    }

    [Fact]
    public async Task A_tag_keeps_an_instance_or_a_database_running()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        var instance = world.Add(SchedulerWorld.IdOf(1), tags: ("Schedule-Override", "running until 2026-11-23T22:00"));
        var database = world.Rds.Add(new LocalDatabase { Id = "orders", InitialStatus = "stopped", Tags = SchedulerWorld.TagsOf("cn-office-hours").Add("Schedule-Override", "Running until 2026-11-23T22:00+08:00") });
        await world.TickAsync("20:00");
        Assert.Equal((PowerState.Pending, "starting"), (instance.State, database.Status));
        await world.TickAsync("21:55");
        await world.TickAsync("22:00");
        Assert.Equal((PowerState.Stopping, "stopping"), (instance.State, database.Status));
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task A_tag_that_cannot_be_read_or_reaches_too_far_is_told_once_and_ignored_and_an_old_one_in_silence()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices(""","max_override":{"S":"2d"}""");
        var (bad, far, old) = (
            world.Add(SchedulerWorld.IdOf(1), tags: ("Schedule-Override", "on until friday")),
            world.Add(SchedulerWorld.IdOf(2), tags: ("Schedule-Override", "running until 2026-11-26")),
            world.Add(SchedulerWorld.IdOf(3), tags: ("Schedule-Override", "running until 2026-11-22")));
        await world.TickAsync("20:00");
        await world.TickAsync("20:05");
        Assert.All([bad, far, old], instance => Assert.Equal(PowerState.Stopped, instance.State));
        Assert.Equal(2, world.Problems.Count());
        Assert.Contains(world.Problems, problem => problem.Contains("OverrideUnreadable: tag Schedule-Override: \"on until friday\" cannot be read", StringComparison.Ordinal) && problem.Contains(bad.Id, StringComparison.Ordinal));
        Assert.Contains(world.Problems, problem => problem.Contains("OverrideTooLong: tag Schedule-Override: \"running until 2026-11-26\" ends more than 2d ahead", StringComparison.Ordinal) && problem.Contains(far.Id, StringComparison.Ordinal));

        // Two days before its end it counts.
        await world.TickAsync("00:00", "2026-11-25");
        Assert.Equal(PowerState.Pending, far.State);
    }

    [Fact]
    public async Task An_item_that_cannot_be_read_is_told_and_keeps_nothing_from_its_turn()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        world.PutConfig("""{"type":{"S":"override"},"name":{"S":"o"},"instance":{"S":"i-1"},"state":{"S":"running"},"end":{"S":"soon"}}""");
        await world.TickAsync("09:00");
        Assert.Equal(PowerState.Pending, instance.State);
        Assert.Contains(world.Problems, problem => problem.Contains("override \"o\": end: \"soon\" is not a moment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_too_much_for_an_event_stands_in_the_table()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        world.PutConfig(Item("release", instance.Id, "running", "2026-11-23T17:00+08:00", "2026-11-23T22:00+08:00"));
        for (var number = 0; number < 4; number++)
            world.PutConfig($$"""{"type":{"S":"period"},"name":{"S":"long-{{number}}"},"weekdays":{"S":"mon"},"description":{"S":"{{new string('x', 60_000)}}"} }""");
        await world.TickAsync("20:00");
        Assert.Equal(PowerState.Pending, instance.State);
    }

    [Fact]
    public async Task Reserved_tag_values_need_no_schedule()
    {
        await using var world = new SchedulerWorld();
        var (ignored, on, off, inGroup) = (world.Add(SchedulerWorld.IdOf(1), "ignore", PowerState.Running), world.Add(SchedulerWorld.IdOf(2), "always-on"),
            world.Add(SchedulerWorld.IdOf(3), "always-off", PowerState.Running), world.Add(SchedulerWorld.IdOf(4), "ignore", PowerState.Running, ("aws:autoscaling:groupName", "web")));
        world.PutConfig(Item("o", ignored.Id, "stopped", "2026-11-23T00:00Z", "2026-11-24T00:00Z"));
        await world.TickAsync("12:00");
        Assert.Equal((PowerState.Running, PowerState.Pending, PowerState.Stopping, PowerState.Running), (ignored.State, on.State, off.State, inGroup.State));
        Assert.Empty(world.Problems);
        Assert.Null(world.StoredOf(ignored.Id));
    }

    [Fact]
    public async Task A_schedule_of_a_reserved_name_is_that_schedule()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("ignore", "\"enforced\":{\"BOOL\":true}");
        var instance = world.Add(SchedulerWorld.IdOf(1), "ignore");
        await world.TickAsync("12:00");
        Assert.Equal(PowerState.Pending, instance.State);
    }

    private static string Item(string name, string instance, string state, string begin, string end) =>
        $$"""{"type":{"S":"override"},"name":{"S":"{{name}}"},"instance":{"S":"{{instance}}"},"state":{"S":"{{state}}"},"begin":{"S":"{{begin}}"},"end":{"S":"{{end}}"},"reason":{"S":"release night"},"created_by":{"S":"wang"},"expires":{"N":"1795442400"} }""";
}
