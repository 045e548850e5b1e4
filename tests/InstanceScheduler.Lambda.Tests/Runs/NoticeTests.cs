using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Sns;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class NoticeTests
{
    [Fact]
    public async Task A_problem_is_told_once_with_its_remedy_and_again_when_it_comes_back()
    {
        await using var world = World();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        instance.StartRefusal = "InsufficientInstanceCapacity";

        await world.TickAsync("09:00");
        var notice = Assert.Single(Messages(world));
        var lines = notice.Text.Split('\n');
        Assert.Equal("Loggroup: /aws/lambda/scheduler", lines[0]);
        Assert.StartsWith("Logstream ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Error : StartInstances failed with InsufficientInstanceCapacity", lines[2], StringComparison.Ordinal);
        Assert.Contains(instance.Id, notice.Text, StringComparison.Ordinal);
        Assert.Contains("Remedy: ", notice.Text, StringComparison.Ordinal);
        Assert.Equal("Instance Scheduler InstanceScheduler: 1 problem in ec2 123456789012/cn-north-1", notice.Subject);

        await world.TickAsync("09:05");
        // Another process has to remember too.
        await world.KillAsync();
        await world.TickAsync("09:10");
        Assert.Single(Messages(world));
        Assert.Equal(["ec2:123456789012:cn-north-1"], world.ItemsOf("health").Where(key => key != "tick"));

        instance.StartRefusal = null;
        await world.TickAsync("09:15");
        await world.TickAsync("09:20");
        instance.StartRefusal = "InsufficientInstanceCapacity";
        world.Ec2.HumanStop(instance.Id);
        await world.TickAsync("09:00", "2026-11-24");
        await world.TickAsync("18:00", "2026-11-24");
        await world.TickAsync("09:00", "2026-11-25");
        Assert.Equal(2, Messages(world).Count);
    }

    [Fact]
    public async Task A_healthy_target_is_silent_and_costs_no_call()
    {
        await using var world = World();
        world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("09:00");
        await world.TickAsync("09:05");
        world.Stage.Aws.Calls.Clear();
        await world.TickAsync("09:10");

        Assert.Empty(Messages(world));
        Assert.Equal(0, world.Stage.Aws.Calls.Count("dynamodb", "GetItem") + world.Stage.Aws.Calls.Count("dynamodb", "PutItem"));
    }

    [Fact]
    public async Task Configuration_problems_are_told_by_the_tick()
    {
        await using var world = World();
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"broken"},"periods":{"SS":["offce"]}}""");

        await world.TickAsync("09:00");
        await world.TickAsync("09:05");

        Assert.Contains("\"offce\" does not exist", Assert.Single(Messages(world)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_may_not_be_used_stops_nothing()
    {
        await using var world = World();
        world.Stage.Aws.Topics.Deny(SchedulerWorld.Account, SchedulerWorld.Region, "sns:Publish");
        world.Add(SchedulerWorld.IdOf(1)).StartRefusal = "InsufficientInstanceCapacity";
        var neighbour = world.Add(SchedulerWorld.IdOf(2));

        await world.TickAsync("09:00");
        Assert.Equal(PowerState.Pending, neighbour.State);
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "NoticeNotSent");
        world.Stage.Aws.Topics.Allow(SchedulerWorld.Account, SchedulerWorld.Region, "sns:Publish");
        await world.TickAsync("09:05");

        Assert.Single(Messages(world));
    }

    [Fact]
    public async Task A_dry_run_tells_what_it_would_do()
    {
        await using var world = World();
        world.Stage.PutSetting("DRY_RUN", "True");
        world.Add(SchedulerWorld.IdOf(1));

        await world.TickAsync("09:00");
        await world.TickAsync("09:05");

        Assert.Contains("would start 1: i-00000000000000001 (cn-office-hours)", Assert.Single(Messages(world)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "", true)]
    [InlineData("true", ",\"use_metrics\":{\"BOOL\":true}", true)]
    [InlineData("true", ",\"use_metrics\":{\"BOOL\":false}", false)]
    [InlineData("false", ",\"use_metrics\":{\"BOOL\":true}", false)]
    public async Task Metrics_are_log_lines_of_schedules_that_want_them(string global, string own, bool areWritten)
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices($$""","use_metrics":{"BOOL":{{global}}}""");
        world.PutSchedule("measured", "\"description\":{\"S\":\"x\"}" + own);
        world.Add(SchedulerWorld.IdOf(1), "measured");
        world.Add(SchedulerWorld.IdOf(2), "measured", PowerState.Running);
        world.AddDatabase("orders", "measured", "available");

        await world.TickAsync("09:00");

        var lines = world.Log.Where(line => line.TryGetProperty("_aws", out _)).ToList();
        Assert.Equal(areWritten ? ["ec2 2 1", "rds 1 1"] : [], lines
            .Select(line => $"{line.GetProperty("Service")} {line.GetProperty("ManagedInstances")} {line.GetProperty("RunningInstances")}").Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal("measured", line.GetProperty("Schedule").GetString()));
    }

    private static SchedulerWorld World()
    {
        var world = new SchedulerWorld();
        world.Stage.PutSetting("LOG_GROUP", "/aws/lambda/scheduler");
        world.Stage.PutSetting("ISSUES_TOPIC_ARN", world.Stage.Aws.Topics.Add("issues"));
        return world;
    }

    private static IReadOnlyList<PublishedMessage> Messages(SchedulerWorld world) => world.Stage.Aws.Topics.Messages;

    [Fact]
    public async Task A_database_that_falls_back_all_day_is_told_once()
    {
        await using var world = new SchedulerWorld();
        world.Stage.PutSetting("ISSUES_TOPIC_ARN", world.Stage.Aws.Topics.Add("issues"));
        world.UseAllServices();
        world.AddDatabase("orders").FallsBack = "stopped";
        for (var minute = 9 * 60; minute < 18 * 60; minute += 5)
            await world.TickAsync($"{minute / 60:00}:{minute % 60:00}");
        Assert.Single(world.Stage.Aws.Topics.Messages);
    }

    [Fact]
    public async Task A_run_that_failed_once_does_not_repeat_what_stands()
    {
        await using var world = new SchedulerWorld();
        world.Stage.PutSetting("ISSUES_TOPIC_ARN", world.Stage.Aws.Topics.Add("issues"));
        world.Add(SchedulerWorld.IdOf(9), tags: ("aws:autoscaling:groupName", "web"));
        await world.TickAsync("09:00");
        Assert.Single(world.Stage.Aws.Topics.Messages);
        world.Stage.Aws.Faults.Add("ec2", "DescribeInstances", LocalFault.Answer("UnauthorizedOperation", 403), times: 1);
        await world.TickAsync("09:05");
        await world.TickAsync("09:10");
        foreach (var message in world.Stage.Aws.Topics.Messages)
            Assert.Equal(2, world.Stage.Aws.Topics.Messages.Count);
    }

    [Fact]
    public async Task A_dead_scheduler_is_told()
    {
        await using var world = new SchedulerWorld();
        world.Stage.PutSetting("ISSUES_TOPIC_ARN", world.Stage.Aws.Topics.Add("issues"));
        world.Add(SchedulerWorld.IdOf(1));
        world.Stage.Aws.Faults.Add("dynamodb", "Scan", LocalFault.Answer("AccessDeniedException"), times: 100);
        await world.TickAsync("09:00");
        await world.TickAsync("09:05");
        Assert.NotEmpty(world.Stage.Aws.Topics.Messages);
    }
}
