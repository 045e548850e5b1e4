using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class ResizeTests
{
    [Fact]
    public async Task A_stopped_instance_gets_its_type_before_it_starts()
    {
        await using var world = World();
        var instance = world.Add(SchedulerWorld.IdOf(1), "sized");

        var result = await RunAsync(world, "2026-11-23T01:00:00Z");

        Assert.Equal(PowerState.Pending, instance.State);
        Assert.Equal("c5.xlarge", instance.CurrentType);
        Assert.Contains("""
            "resized":{"cn-north-1":[{"i-00000000000000001":{"schedule":"sized","old":"m5.large","new":"c5.xlarge"}}]}
            """, result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_instance_of_another_type_is_stopped_first_and_started_by_a_later_run()
    {
        await using var world = World("hibernate");
        var instance = world.Ec2.Add(new LocalInstance
        {
            Id = SchedulerWorld.IdOf(1),
            Region = SchedulerWorld.Region,
            InitialState = PowerState.Running,
            HibernationConfigured = true,
            Tags = SchedulerWorld.TagsOf("sized"),
        });

        await world.TickAsync("09:00");
        Assert.Equal(PowerState.Stopping, instance.State);
        Assert.Equal("stopped", world.StoredOf(instance.Id));
        Assert.Contains("resize:c5.xlarge", world.StoredOf(instance.Id, "#pending"), StringComparison.Ordinal);
        await world.TickAsync("09:05");
        Assert.Equal("c5.xlarge", instance.CurrentType);
        await world.TickAsync("09:10");

        Assert.Equal(PowerState.Running, instance.State);
        Assert.Equal("running", world.StoredOf(instance.Id));
        Assert.DoesNotContain(world.Ec2.History, transition => transition.State == PowerState.Stopped && transition.Cause == PowerCause.Human);
    }

    [Fact]
    public async Task An_instance_is_never_started_at_the_wrong_type()
    {
        await using var world = World();
        var refused = world.Add(SchedulerWorld.IdOf(1), "sized");
        refused.IncompatibleTypes = new Dictionary<string, TypeMismatch> { ["c5.xlarge"] = TypeMismatch.Architecture };
        var neighbour = world.Add(SchedulerWorld.IdOf(2), "sized");

        await world.TickAsync("09:00");
        await world.TickAsync("09:05");

        Assert.Equal(PowerState.Stopped, refused.State);
        Assert.Equal("m5.large", refused.CurrentType);
        Assert.Null(world.StoredOf(refused.Id));
        Assert.Equal(PowerState.Running, neighbour.State);
        Assert.Contains("architecture", Assert.Single(world.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_capacity_a_preferred_type_is_taken_and_kept()
    {
        await using var world = World();
        world.Ec2.Exhaust(SchedulerWorld.Account, SchedulerWorld.Region, "c5.xlarge");
        world.Ec2.Exhaust(SchedulerWorld.Account, SchedulerWorld.Region, "c5a.xlarge");
        var instance = world.Add(SchedulerWorld.IdOf(1), "sized", PowerState.Stopped, ("IS-PreferredInstanceTypes", "c5.xlarge, c5a.xlarge, c6i.xlarge"));

        await world.TickAsync("09:00");
        Assert.Equal("c6i.xlarge", instance.CurrentType);
        await world.TickAsync("09:05");
        world.Ec2.Restock(SchedulerWorld.Account, SchedulerWorld.Region, "c5.xlarge");
        await world.TickAsync("09:10");
        await world.TickAsync("09:15");

        // It fits, so it is not stopped for the sake of its type while it runs.
        Assert.Equal((PowerState.Running, "c6i.xlarge"), (instance.State, instance.CurrentType));
        await world.TickAsync("18:00");
        await world.TickAsync("18:05");
        await world.TickAsync("09:00", "2026-11-24");
        Assert.Equal("c5.xlarge", instance.CurrentType);
    }

    [Fact]
    public async Task A_resize_is_forgotten_when_running_is_not_wanted_any_more()
    {
        await using var world = World();
        var instance = world.Add(SchedulerWorld.IdOf(1), "sized", PowerState.Running);
        await world.TickAsync("17:55");
        Assert.Equal(PowerState.Stopping, instance.State);

        await world.TickAsync("18:00");

        Assert.Equal((PowerState.Stopped, "m5.large"), (instance.State, instance.CurrentType));
    }

    private static SchedulerWorld World(string option = "enforced_not")
    {
        var world = new SchedulerWorld();
        world.PutSchedule("sized", $"\"{option}\":{{\"BOOL\":true}}", "office@c5.xlarge");
        return world;
    }

    private static Task<string> RunAsync(SchedulerWorld world, string time) => world.InvokeAsync($$"""
        {"action":"scheduler:run","dispatch_time":"{{time}}","configuration":{"tag_name":"Schedule","default_timezone":"Asia/Shanghai",
         "regions":["cn-north-1"],"scheduled_services":["ec2"]} }
        """);

    [Fact]
    public async Task A_second_period_resizes_though_the_tag_lists_both_types()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"month-end"},"begintime":{"S":"14:00"},"endtime":{"S":"16:00"}}""");
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"sized"},"periods":{"SS":["office@m5.large","month-end@c5.2xlarge"]}}""");
        var instance = world.Add(SchedulerWorld.IdOf(1), "sized", PowerState.Stopped, ("IS-PreferredInstanceTypes", "m5.large, c5.2xlarge"));
        foreach (var time in new[] { "09:00", "09:05", "14:00", "14:05", "14:10" })
            await world.TickAsync(time);
        Assert.Equal("c5.2xlarge", instance.CurrentType);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_type_that_cannot_be_set_is_no_shortage_of_it(int refusals)
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("sized", "\"description\":{\"S\":\"x\"}", "office@t4g.large");
        var instance = world.Add(SchedulerWorld.IdOf(1), "sized", PowerState.Stopped, ("IS-PreferredInstanceTypes", "c5a.xlarge"));
        world.Stage.Aws.Faults.Add("ec2", "ModifyInstanceAttribute", LocalFault.Answer("Unsupported"), times: refusals);

        await world.TickAsync("09:00");

        Assert.Equal((PowerState.Stopped, "m5.large"), (instance.State, instance.CurrentType));
        Assert.Contains("t4g.large", Assert.Single(world.Problems), StringComparison.Ordinal);
    }
}
