using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>An action is done when its instance is seen in that state, not when AWS accepted it.</summary>
public sealed class ClosedLoopTests
{
    private const string Key = "arn:aws-cn:kms:cn-north-1:123456789012:key/11111111-2222-3333-4444-555555555555";

    [Fact]
    public async Task A_start_that_falls_back_for_want_of_a_key_is_told_with_the_key_and_tried_again()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        (instance.FallsBack, instance.KmsKeyId) = ("Client.InternalError", Key);

        await world.TickAsync("09:00");
        Assert.Equal("running", world.StoredOf(instance.Id));
        await world.TickAsync("09:05");

        var problem = Assert.Single(world.Problems);
        Assert.Contains(Key, problem, StringComparison.Ordinal);
        Assert.Contains("kms:CreateGrant", problem, StringComparison.Ordinal);
        Assert.Equal(PowerState.Pending, instance.State);

        instance.FallsBack = null;
        await world.TickAsync("09:10");
        await world.TickAsync("09:15");
        Assert.Equal(PowerState.Running, instance.State);
        Assert.Equal("running", world.StoredOf(instance.Id));
    }

    [Fact]
    public async Task After_its_period_an_instance_that_never_started_is_not_taken_for_running()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        instance.FallsBack = "Server.InsufficientInstanceCapacity";
        await world.TickAsync("17:55");
        Assert.Equal("running", world.StoredOf(instance.Id));

        await world.TickAsync("18:00");
        await world.TickAsync("18:05");

        Assert.Equal("stopped", world.StoredOf(instance.Id));
        Assert.Null(world.StoredOf(instance.Id, "#pending"));
        Assert.Equal(1, world.Stage.Aws.Calls.Count("ec2", "StartInstances"));
    }

    [Fact]
    public async Task A_database_that_falls_back_is_told_and_started_again()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        var database = world.AddDatabase("orders");
        database.FallsBack = "stopped";

        await world.TickAsync("09:00");
        await world.TickAsync("09:15");

        Assert.Contains("orders", Assert.Single(world.Problems), StringComparison.Ordinal);
        Assert.Equal("starting", database.Status);
        database.FallsBack = null;
        await world.TickAsync("09:30");
        await world.TickAsync("09:45");
        Assert.Equal("available", database.Status);
    }

    [Fact]
    public async Task A_database_whose_stop_fails_is_stopped_again_while_nobody_can_have_started_it()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        var database = world.AddDatabase("orders", status: "available");
        database.StopFallsBack = true;
        await world.TickAsync("18:00");
        Assert.Equal("stopping", database.Status);

        await world.TickAsync("18:08");

        Assert.Equal("stopping", database.Status);
        Assert.Single(world.Problems, problem => problem.Contains("runs as before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_needs_repair_is_reported_once_and_left_alone()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        var database = world.AddDatabase("orders");
        database.FallsBack = "incompatible-network";
        var neighbour = world.AddDatabase("users");

        foreach (var time in new[] { "09:00", "09:15", "09:30", "09:45" })
            await world.TickAsync(time);

        Assert.Equal("incompatible-network", database.Status);
        Assert.Equal("available", neighbour.Status);
        Assert.Contains("subnet", Assert.Single(world.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transition_without_end_is_reported()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        var database = world.AddDatabase("orders", status: "available");
        await world.TickAsync("18:00");
        world.Rds.SetStatus(database, "stopping", TimeSpan.FromHours(3));

        await world.TickAsync("18:55");
        Assert.Empty(world.Problems);
        await world.TickAsync("19:00");
        await world.TickAsync("19:05");

        Assert.Contains("still stopping", Assert.Single(world.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_that_fails_late_is_told()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices(snapshots: true);
        var database = world.AddDatabase("orders", status: "available");
        await world.TickAsync("17:50");
        database.StopFallsBack = true;
        await world.TickAsync("18:00");
        world.Rds.SetStatus(database, "stopping", TimeSpan.FromMinutes(12));
        foreach (var time in new[] { "18:05", "18:10", "18:15", "18:20", "18:30", "20:00", "23:00" })
        {
            await world.TickAsync(time);
        }
        Assert.True(database.Status != "available" || world.Problems.Any());
    }

    [Fact]
    public async Task An_enforced_stop_that_was_never_asked_for_is_not_told_as_accepted()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("strict", "\"enforced\":{\"BOOL\":true}");
        var instance = world.Add(SchedulerWorld.IdOf(1), "strict");
        await world.TickAsync("19:00");
        world.Ec2.HumanStart(instance.Id);
        await world.KillBeforeAsync("StopInstances", "19:05");
        await world.TickAsync("19:10");
        Assert.DoesNotContain(world.Problems, problem => problem.Contains("AWS accepted the stop", StringComparison.Ordinal));
    }
}
