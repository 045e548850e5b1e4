using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class RefusedInstancesTests
{
    [Theory]
    [InlineData("IncorrectInstanceState")]
    [InlineData("UnauthorizedOperation")]
    [InlineData("InsufficientInstanceCapacity")]
    [InlineData("VcpuLimitExceeded")]
    public async Task One_refused_of_fifty_is_reported_once_and_tried_again(string code)
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(50);
        var refused = instances[31];
        refused.StartRefusal = code;

        await world.TickAsync("09:00");

        Assert.All(instances.Except([refused]), instance => Assert.Equal(PowerState.Pending, instance.State));
        Assert.Equal(PowerState.Stopped, refused.State);
        Assert.Single(world.Problems, problem => problem.Contains(code, StringComparison.Ordinal) && problem.Contains(refused.Id, StringComparison.Ordinal));

        refused.StartRefusal = null;
        await world.TickAsync("09:05");
        Assert.Equal(PowerState.Pending, refused.State);
    }

    [Fact]
    public async Task One_that_vanished_after_the_listing_does_not_keep_the_others()
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(50);
        var gone = instances[7].Id;
        world.Stage.Aws.Faults.Add(call => call.Operation == "StartInstances" && call.Resources.Contains(gone, StringComparer.Ordinal)
            ? LocalFault.Answer("InvalidInstanceID.NotFound", message: $"The instance ID '{gone}' does not exist")
            : null);

        await world.TickAsync("09:00");

        Assert.Equal(49, instances.Count(instance => instance.State == PowerState.Pending));
        Assert.Equal(2, world.Stage.Aws.Calls.Count("ec2", "StartInstances"));
        Assert.Single(world.Problems, problem => problem.Contains(gone, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_without_capacity_do_not_keep_the_other_forty_five()
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(50);
        foreach (var refused in new[] { 0, 12, 13, 30, 49 })
            instances[refused].StartRefusal = "InsufficientInstanceCapacity";

        await world.TickAsync("09:00");

        Assert.Equal(45, instances.Count(instance => instance.State == PowerState.Pending));
        Assert.Single(world.Problems, problem => problem.Contains("InsufficientInstanceCapacity", StringComparison.Ordinal) && problem.Contains("[5:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_that_may_start_nothing_costs_four_calls_and_one_problem()
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(50);
        world.Ec2.Deny(SchedulerWorld.Account, SchedulerWorld.Region, "ec2:StartInstances");

        await world.TickAsync("09:00");

        Assert.All(instances, instance => Assert.Equal(PowerState.Stopped, instance.State));
        Assert.InRange(world.Stage.Aws.Calls.Count("ec2", "StartInstances"), 1, 4);
        Assert.Single(world.Problems, problem => problem.Contains("[50:", StringComparison.Ordinal));

        world.Ec2.Allow(SchedulerWorld.Account, SchedulerWorld.Region, "ec2:StartInstances");
        await world.TickAsync("09:05");
        Assert.All(instances, instance => Assert.Equal(PowerState.Pending, instance.State));
    }

    [Fact]
    public async Task A_few_that_the_role_may_not_start_do_not_keep_the_many_it_may()
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(200);
        foreach (var refused in new[] { 2, 10, 40 })
            instances[refused].StartRefusal = "UnauthorizedOperation";

        await world.TickAsync("09:00");

        Assert.Equal(197, instances.Count(instance => instance.State == PowerState.Pending));
        Assert.Single(world.Problems, problem => problem.Contains("[3:", StringComparison.Ordinal));
        Assert.InRange(world.Stage.Aws.Calls.Count("ec2", "StartInstances"), 5, 20);
    }

    [Fact]
    public async Task What_cannot_be_stopped_for_what_it_is_is_reported_once()
    {
        await using var world = new SchedulerWorld();
        var guarded = world.Add(SchedulerWorld.IdOf(1), state: PowerState.Running);
        guarded.StopProtected = true;

        foreach (var time in new[] { "19:00", "19:05", "19:10" })
            await world.TickAsync(time);

        Assert.Equal(PowerState.Running, guarded.State);
        Assert.Single(world.Problems, problem => problem.Contains("OperationNotPermitted", StringComparison.Ordinal) && problem.Contains("stop protection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Throttling_is_waited_out_without_splitting_the_batch()
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(50);
        world.Stage.Aws.Faults.Add("ec2", "StartInstances", LocalFault.Answer("RequestLimitExceeded", 503, "Request limit exceeded."), times: 3);

        await world.TickAsync("09:00");

        Assert.All(instances, instance => Assert.Equal(PowerState.Pending, instance.State));
        Assert.Equal(4, world.Stage.Aws.Calls.Count("ec2", "StartInstances"));
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task A_throttle_that_outlives_the_retries_ends_the_action_and_the_next_tick_continues()
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(120);
        world.Stage.Aws.Faults.Add(call => call.Operation == "StartInstances" && call.Resources.Contains(instances[60].Id, StringComparer.Ordinal)
            && world.Time.GetUtcNow().AddHours(8) < DateTimeOffset.Parse("2026-11-23T09:09Z")
            ? LocalFault.Answer("RequestLimitExceeded", 503, "Request limit exceeded.") : null);

        await world.TickAsync("09:00");
        Assert.Equal(50, instances.Count(instance => instance.State is PowerState.Pending or PowerState.Running));
        Assert.Single(world.Problems, problem => problem.Contains("RequestLimitExceeded", StringComparison.Ordinal));

        await world.TickAsync("09:10");
        Assert.All(instances, instance => Assert.True(instance.State is PowerState.Pending or PowerState.Running));
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_the_next_run()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"cn-office-hours"},"periods":{"SS":["office"]},"retain_running":{"BOOL":true}}""");
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("08:55");
        world.Stage.Aws.Faults.Add("ec2", "StartInstances", LocalFault.LoseAnswer, times: 1);

        await world.TickAsync("09:00");
        await world.TickAsync("09:05");

        Assert.Equal(PowerState.Running, instance.State);
        Assert.Equal("running", world.StoredOf(instance.Id));
        await world.TickAsync("18:00");
        Assert.Equal(PowerState.Stopping, instance.State);
    }
}
