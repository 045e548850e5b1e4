using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>AWS asks to slow down: waits as the setting says, inside the deadline, and then an end for that action alone.</summary>
public sealed class ThrottlingTests
{
    private const string Code = "RequestLimitExceeded";

    // Five minutes, less the fifteen seconds that are for saving.
    private static readonly TimeSpan Acting = TimeSpan.FromSeconds(285);

    [Theory]
    // No random part, so that the seconds can be told: first, increment, maximum.
    [InlineData("5,5,20,0", new double[] { 0, 5, 15, 30, 50, 70 })]
    [InlineData("2,3,6,0", new double[] { 0, 2, 7, 13, 19, 25 })]
    [InlineData("30,0,30,0", new double[] { 0, 30, 60, 90, 120, 150 })]
    public async Task A_throttled_call_waits_as_the_setting_says(string setting, double[] seconds)
    {
        await using var world = new SchedulerWorld();
        world.Stage.PutSetting("BOTO_RETRY", setting);
        world.Add(SchedulerWorld.IdOf(1));
        world.Stage.Aws.Faults.Add("ec2", "StartInstances", LocalFault.Answer(Code, 503), times: seconds.Length - 1);

        await world.TickAsync("09:00");

        Assert.Equal(seconds, Seconds(world, "StartInstances"));
        Assert.Empty(world.Problems);
    }

    [Theory]
    [InlineData("StartInstances", "stopped", "started", "resized")]
    [InlineData("StopInstances", "started resized", "stopped", "")]
    [InlineData("ModifyInstanceAttribute", "started stopped", "resized", "")]
    public async Task A_throttle_that_stays_ends_its_own_action_and_no_other(string operation, string done, string undone, string alsoUndone)
    {
        await using var world = World();
        var instances = new Dictionary<string, LocalInstance>(StringComparer.Ordinal)
        {
            ["started"] = world.Add(SchedulerWorld.IdOf(1), "evening"),
            ["stopped"] = world.Add(SchedulerWorld.IdOf(2), state: PowerState.Running),
            ["resized"] = world.Add(SchedulerWorld.IdOf(3), "sized"),
        };
        await world.TickAsync("17:55");
        world.Stage.Aws.Faults.Add("ec2", operation, LocalFault.Answer(Code, 503), times: int.MaxValue);

        await world.TickAsync("18:00");

        Assert.All(done.Split(' '), name => Assert.True(IsDone(name), name));
        Assert.All($"{undone} {alsoUndone}".Trim().Split(' '), name => Assert.False(IsDone(name), name));
        Assert.Contains(Code, Assert.Single(world.Problems), StringComparison.Ordinal);
        Assert.InRange(Seconds(world, operation)[^1], 1, Acting.TotalSeconds);
        world.Stage.Aws.Faults.Clear();
        await world.TickAsync("18:10");
        Assert.All(instances.Keys, name => Assert.True(IsDone(name), name));

        bool IsDone(string name) => (instances[name].State is PowerState.Pending or PowerState.Running) == (name != "stopped");
    }

    [Theory]
    [InlineData("StartDBInstance", "stopping", "stopped")]
    [InlineData("StopDBInstance", "available", "starting")]
    public async Task So_it_does_for_databases(string operation, string down, string up)
    {
        await using var world = World();
        world.UseAllServices();
        var (stopping, starting) = (world.AddDatabase("down", status: "available"), world.AddDatabase("up", "evening"));
        await world.TickAsync("17:55");
        world.Stage.Aws.Faults.Add("rds", operation, LocalFault.Answer("Throttling"), times: int.MaxValue);

        await world.TickAsync("18:00");

        Assert.Equal((down, up), (stopping.Status, starting.Status));
        Assert.Contains("Throttling", Assert.Single(world.Problems), StringComparison.Ordinal);
        Assert.InRange(Seconds(world, operation)[^1], 1, Acting.TotalSeconds);
        world.Stage.Aws.Faults.Clear();
        await world.TickAsync("18:20");
        await world.TickAsync("18:40");
        Assert.Equal(("stopped", "available"), (stopping.Status, starting.Status));
    }

    private static SchedulerWorld World()
    {
        var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"evening"},"begintime":{"S":"18:00"},"endtime":{"S":"22:00"}}""");
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"evening"},"periods":{"SS":["evening"]}}""");
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"sized"},"periods":{"SS":["evening@c5.large"]}}""");
        return world;
    }

    private static double[] Seconds(SchedulerWorld world, string operation)
    {
        var calls = world.Stage.Aws.Calls.Where(call => call.Operation == operation).ToList();
        return [.. calls.Select(call => (call.Time - calls[0].Time).TotalSeconds)];
    }
}
