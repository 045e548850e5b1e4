using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class ManyInstancesTests
{
    [Fact]
    public async Task A_thousand_starts_cost_one_listing_and_twenty_calls()
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(1000);
        world.Stage.Aws.Calls.Clear();

        await world.TickAsync("09:00");

        Assert.All(instances, instance => Assert.Equal(PowerState.Pending, instance.State));
        Assert.Equal(1, world.Stage.Aws.Calls.Count("ec2", "DescribeInstances"));
        Assert.Equal(20, world.Stage.Aws.Calls.Count("ec2", "StartInstances"));
        Assert.Equal(21, world.Stage.Aws.Calls.Count("ec2"));
    }

    [Fact]
    public async Task A_quiet_warm_tick_costs_one_listing_and_no_write()
    {
        await using var world = new SchedulerWorld();
        world.AddMany(1000);
        await world.TickAsync("09:00");
        await world.TickAsync("09:01");
        await world.TickAsync("09:02");
        world.Stage.Aws.Calls.Clear();

        await world.TickAsync("09:03");

        Assert.Equal(1, world.Stage.Aws.Calls.Count("ec2"));
        Assert.Equal(0, world.Stage.Aws.Calls.Count("ssm"));
        Assert.Equal(0, world.Stage.Aws.Calls.Count("dynamodb", "PutItem"));
        Assert.Equal(2, world.Stage.Aws.Calls.Count("dynamodb"));
    }

    [Fact]
    public async Task More_than_a_page_is_listed_in_pages_of_a_thousand()
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(2500);

        await world.TickAsync("09:00");

        Assert.Equal(3, world.Stage.Aws.Calls.Count("ec2", "DescribeInstances"));
        Assert.All(instances, instance => Assert.Equal(PowerState.Pending, instance.State));
    }

    [Fact]
    public async Task A_listing_that_fails_on_its_second_page_does_nothing_and_tells_that_alone()
    {
        await using var world = new SchedulerWorld();
        var faults = world.Stage.Aws.Faults;
        world.Add(SchedulerWorld.IdOf(0), tags: ("aws:autoscaling:groupName", "web"));
        var instances = world.AddMany(1500);
        faults.AfterCall = call =>
        {
            if (call.Operation == "DescribeInstances")
            {
                faults.AfterCall = null;
                faults.Add("ec2", "DescribeInstances", LocalFault.Answer("UnauthorizedOperation", 403), times: 1);
            }

            return ValueTask.CompletedTask;
        };

        await world.TickAsync("09:00");

        Assert.All(instances, instance => Assert.Equal(PowerState.Stopped, instance.State));
        Assert.All(instances, instance => Assert.Null(world.StoredOf(instance.Id)));
        Assert.DoesNotContain("Auto Scaling", string.Concat(world.Log.Select(line => line.ToString())), StringComparison.Ordinal);
        Assert.Contains(world.Log, line => line.ToString().Contains("UnauthorizedOperation", StringComparison.Ordinal));

        await world.TickAsync("09:05");
        Assert.All(instances, instance => Assert.Equal(PowerState.Pending, instance.State));
        Assert.Single(world.Problems, problem => problem.Contains("Auto Scaling", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_of_auto_scaling_groups_are_never_touched_and_reported_once()
    {
        await using var world = new SchedulerWorld();
        var member = world.Add(SchedulerWorld.IdOf(1), state: PowerState.Running, tags: ("aws:autoscaling:groupName", "web"));
        var neighbour = world.Add(SchedulerWorld.IdOf(2), state: PowerState.Running);

        await world.TickAsync("19:00");
        await world.TickAsync("19:05");

        Assert.Equal(PowerState.Running, member.State);
        Assert.Equal(PowerState.Stopped, neighbour.State);
        Assert.Single(world.Problems, problem => problem.Contains("Auto Scaling", StringComparison.Ordinal) && problem.Contains(member.Id, StringComparison.Ordinal));
    }
}
