using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>Actions of which nobody knows at once whether they took hold, and what must never be made of them.</summary>
public sealed class UncertainActionsTests
{
    private const string Retaining =
        """{"type":{"S":"schedule"},"name":{"S":"cn-office-hours"},"periods":{"SS":["office"]},"retain_running":{"BOOL":true}}""";

    [Theory]
    [InlineData("lost for good")]
    [InlineData("lost, then refused")]
    [InlineData("lost, then throttled")]
    public async Task A_start_whose_answer_was_lost_is_never_taken_for_a_humans(string story)
    {
        await using var world = new SchedulerWorld();
        world.PutConfig(Retaining);
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("08:55");
        world.Stage.Aws.Faults.Add("ec2", "StartInstances", LocalFault.LoseAnswer, times: story == "lost for good" ? int.MaxValue : 1);
        if (story == "lost, then refused")
            world.Stage.Aws.Faults.Add("ec2", "StartInstances", LocalFault.Answer("UnauthorizedOperation", 403, "You are not authorized"), times: 5);
        if (story == "lost, then throttled")
            world.Stage.Aws.Faults.Add("ec2", "StartInstances", LocalFault.Answer("RequestLimitExceeded", 503, "Request limit exceeded."), times: int.MaxValue);

        await world.TickAsync("09:00");
        world.Stage.Aws.Faults.Clear();
        await world.TickAsync("09:15");

        Assert.Equal(PowerState.Running, instance.State);
        Assert.Equal("running", world.StoredOf(instance.Id));
        await world.TickAsync("18:00");
        Assert.Equal(PowerState.Stopping, instance.State);
    }

    [Fact]
    public async Task A_refused_start_leaves_no_intent_so_that_a_humans_start_is_one()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig(Retaining);
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("08:55");
        instance.StartRefusal = "IncorrectInstanceState";

        await world.TickAsync("09:00");
        Assert.Null(world.StoredOf(instance.Id, "#pending"));
        instance.StartRefusal = null;
        Assert.True(world.Ec2.HumanStart(instance.Id));
        await world.TickAsync("09:05");

        Assert.Equal("retain-running", world.StoredOf(instance.Id));
    }

    [Fact]
    public async Task When_the_real_time_runs_out_during_an_action_what_was_done_is_still_saved()
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(120);
        var calls = 0;
        world.Stage.Aws.Faults.BeforeCall = call =>
        {
            // The second batch hangs until the margin before the time-out begins.
            if (call.Operation != "StartInstances" || ++calls != 2)
                return ValueTask.CompletedTask;
            world.RealClock.Advance(TimeSpan.FromSeconds(290));
            throw new AnswerLostException(call.Operation);
        };

        await world.TickAsync("09:00");

        Assert.Equal(50, instances.Count(instance => world.StoredOf(instance.Id) == "running"));
        Assert.Equal(2, world.Stage.Aws.Calls.Count("ec2", "StartInstances") + 1);
        await world.TickAsync("09:10");
        await world.TickAsync("09:15");
        Assert.All(instances, instance => Assert.Equal("running", world.StoredOf(instance.Id)));
    }

    [Fact]
    public async Task Two_deliveries_of_one_tick_at_once_act_once()
    {
        await using var world = new SchedulerWorld(loops: 4);
        var instance = world.Add(SchedulerWorld.IdOf(1));
        var nine = DateTimeOffset.Parse("2026-11-23T09:00+08:00");
        await world.TickAsync("08:55");
        var tick = world.Stage.TickEvent(nine).ToArray();
        var isInside = false;
        world.Stage.Aws.Faults.BeforeCall = async call =>
        {
            if (call.Operation != "StartInstances" || isInside)
                return;
            isInside = true;
            var noLambda = System.Text.Encoding.UTF8.GetString(tick).TrimEnd()[..^1] + ",\"no_lambda\":true}";
            await world.Stage.Aws.Functions.InvokeAsync(Stage.FunctionName, System.Text.Encoding.UTF8.GetBytes(noLambda), InvocationType.RequestResponse);
        };

        await world.TickAsync("09:00");

        Assert.True(isInside);
        Assert.Equal(PowerState.Pending, instance.State);
        Assert.Equal(1, world.Stage.Aws.Calls.Count("ec2", "StartInstances"));
    }

    [Fact]
    public async Task The_answer_lists_what_was_attempted_and_no_more()
    {
        await using var world = new SchedulerWorld();
        world.AddMany(200);
        var calls = 0;
        world.Stage.Aws.Faults.BeforeCall = call =>
        {
            if (call.Operation == "StartInstances" && ++calls == 2)
                world.Time.AdvanceBy(TimeSpan.FromMinutes(10));
            return ValueTask.CompletedTask;
        };

        await world.TickAsync("09:00");

        var answer = System.Text.Encoding.UTF8.GetString(world.Stage.Aws.Functions.Outcomes[^1].Result.Response.Span);
        Assert.Equal(100, answer.Split("\"schedule\"").Length - 1);
    }

    [Fact]
    public async Task A_kill_between_stop_and_save_is_settled_too()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("09:00");
        await world.TickAsync("09:05");

        await world.KillAfterAsync("StopInstances", "18:00");
        await world.TickAsync("18:05");

        Assert.Equal(PowerState.Stopped, instance.State);
        Assert.Equal("stopped", world.StoredOf(instance.Id));
    }
}
