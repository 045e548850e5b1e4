using InstanceScheduler.Lambda.Tests.Runs;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Lambda.Tests.Administration;

/// <summary>Why instances are as they are, asked after runs. Monday 2026-11-23 in Shanghai.</summary>
public sealed class ExplainActionRunTests
{
    private static readonly string Id = SchedulerWorld.IdOf(1);

    [Fact]
    public async Task A_day_of_an_instance_is_told_as_it_goes_by_and_what_is_said_to_be_next_is_what_happens()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(Id);
        await world.TickAsync("08:00");
        Assert.Equal($"{Id} is stopped, as it should be: no period of schedule \"cn-office-hours\" runs; next it is started at 2026-11-23 09:00 (Asia/Shanghai), when period \"office\" begins.", await SentenceAsync(world));

        await world.TickAsync("09:00");
        Assert.Equal(PowerState.Pending, instance.State);
        Assert.Equal($"{Id} is starting, and left alone until that is done: period \"office\" of schedule \"cn-office-hours\" runs; the scheduler asked for its start at 2026-11-23 09:00 (Asia/Shanghai); next it is stopped at 2026-11-23 18:00 (Asia/Shanghai), when no period runs any more.", await SentenceAsync(world));

        await world.TickAsync("09:05");
        Assert.Equal($"{Id} is running, as it should be: period \"office\" of schedule \"cn-office-hours\" runs; next it is stopped at 2026-11-23 18:00 (Asia/Shanghai), when no period runs any more.", await SentenceAsync(world));

        Assert.True(world.Ec2.HumanStop(Id));
        await world.TickAsync("10:00");
        Assert.Equal($"{Id} is stopped, although period \"office\" of schedule \"cn-office-hours\" runs: it was stopped by hand, which is respected until something else is wanted; next it is started at 2026-11-24 09:00 (Asia/Shanghai), when period \"office\" begins.", await SentenceAsync(world));

        await world.TickAsync("18:00");
        Assert.Equal(PowerState.Stopped, instance.State);
        await world.TickAsync("09:00", "2026-11-24");
        Assert.Equal(PowerState.Pending, instance.State);
    }

    [Fact]
    public async Task The_next_run_is_foretold_and_chinese_is_spoken()
    {
        await using var world = new SchedulerWorld();
        world.Add(Id, tags: ("Name", "web-1"));
        await world.TickAsync("08:00");
        world.Time.AdvanceTo(DateTimeOffset.Parse("2026-11-23T09:01:00+08:00"));
        var answer = await world.AskAsync("explain", $$"""{"instance":"{{Id}}","lang":"ZH"}""");
        Assert.Equal($"{Id}（web-1）已停止，下一次运行会启动它：计划“cn-office-hours”的时段“office”正在生效；接下来在 2026-11-23 18:00（Asia/Shanghai）停止，因为届时不再有时段生效。", answer.GetProperty("Sentences")[0].GetString());
        var told = answer.GetProperty("Instances")[0];
        Assert.Equal(("stopped", "running", "start"), (told.GetProperty("Stored").GetString(), told.GetProperty("Desired").GetString(), told.GetProperty("Action").GetString()));
        var next = told.GetProperty("Next");
        Assert.Equal(("2026-11-23T18:00:00+08:00", "stop"), (next.GetProperty("At").GetString(), next.GetProperty("Action").GetString()));
    }

    [Theory]
    [InlineData("cn-office-hour", "is stopped and left alone: its tag names the schedule \"cn-office-hour\", which does not exist (did you mean \"cn-office-hours\"?).")]
    [InlineData("", "is stopped and left alone: its tag \"Schedule\" is empty.")]
    [InlineData("ignore", "is stopped and left alone: its tag \"Schedule\" says \"ignore\".")]
    [InlineData("broken", "is stopped and left alone: its schedule \"broken\" cannot be used: schedule \"broken\": timezone: time zone \"Nowhere\" does not exist; use a name such as Asia/Shanghai.")]
    [InlineData("always-on", "is stopped, and the next run starts it: schedule \"always-on\" is always running (override_status), and it is seen for the first time; if nobody touches it, no start or stop is due within 366 days.")]
    public async Task The_tag_is_what_is_told_where_it_decides(string tag, string sentence)
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("broken", "\"timezone\":{\"S\":\"Nowhere\"}");
        world.Add(Id, tag);
        Assert.Equal($"{Id} {sentence}", await SentenceAsync(world));
    }

    [Fact]
    public async Task An_auto_scaling_group_and_a_replica_are_told()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.Add(Id, tags: ("aws:autoscaling:groupName", "web"));
        world.Rds.Add(new Simulator.LocalAws.Rds.LocalDatabase { Id = "copy", InitialStatus = "available", MaintenanceWindow = "sun:18:00-sun:18:30", ReadReplicaSource = "orders", Tags = SchedulerWorld.TagsOf("cn-office-hours") });
        Assert.Contains("it belongs to an Auto Scaling group", await SentenceAsync(world), StringComparison.Ordinal);
        Assert.Equal("copy is running and left alone: it is never started or stopped, since it is a read replica of \"orders\", which AWS does not stop: remove the schedule tag.", await SentenceAsync(world, "copy"));
    }

    [Fact]
    public async Task What_is_in_no_target_is_told_with_where_it_was_searched()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.Add(Id);
        world.Add("i-0000000000000000a", schedule: null);
        var answer = await world.AskAsync("explain", """{"instance":"i-0000000000000000a"}""");
        Assert.Equal("i-0000000000000000a is in none of the targets with a tag \"Schedule\" (did you mean \"i-00000000000000001\"?): searched ec2 in 123456789012/cn-north-1, rds in 123456789012/cn-north-1.", answer.GetProperty("Sentences")[0].GetString());
        Assert.Equal(0, answer.GetProperty("Instances").GetArrayLength());
    }

    [Fact]
    public async Task By_its_name_an_instance_is_not_found_but_meant()
    {
        await using var world = new SchedulerWorld();
        world.Add(Id, tags: ("Name", "web-1"));
        var answer = await world.AskAsync("explain", """{"instance":"WEB-1"}""");
        Assert.Equal($"WEB-1 is in none of the targets with a tag \"Schedule\" (did you mean \"{Id}\"?): searched ec2 in 123456789012/cn-north-1.", answer.GetProperty("Sentences")[0].GetString());
    }

    [Theory]
    [InlineData("{}", "error: instance parameter can not be empty")]
    [InlineData("""{"instance":"i-1","lang":"de"}""", "error: lang: \"de\" is no language that is spoken here; use en or zh")]
    [InlineData("""{"instance":"i-1","colour":"red"}""", "error: colour is not a valid parameter, valid parameters are ['instance', 'lang', 'service', 'account', 'region']")]
    public async Task What_is_wrong_is_refused(string parameters, string refusal)
    {
        await using var world = new SchedulerWorld();
        Assert.Equal(refusal, await world.RefusalAsync("explain", parameters));
    }

    [Fact]
    public async Task A_tag_that_is_ignored_is_told_beside()
    {
        await using var world = new SchedulerWorld();
        world.Add(Id, tags: ("Schedule-Override", "running for ever"));
        var answer = await world.AskAsync("explain", $$"""{"instance":"{{Id}}"}""");
        Assert.Contains("\"running for ever\" cannot be read; it is ignored", Assert.Single(answer.GetProperty("Problems").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Contains("\"running for ever\" cannot be read", Assert.Single((await world.AskAsync("describe-instances")).GetProperty("Problems").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    private static async Task<string> SentenceAsync(SchedulerWorld world, string? id = null) =>
        Assert.Single((await world.AskAsync("explain", $$"""{"instance":"{{id ?? Id}}"}""")).GetProperty("Sentences").EnumerateArray()).GetString()!;
}
