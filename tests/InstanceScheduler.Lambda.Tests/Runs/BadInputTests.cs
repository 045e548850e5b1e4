using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class BadInputTests
{
    public static TheoryData<string, string> BadItems => new()
    {
        {
            """{"type":{"S":"period"},"name":{"S":"bad"},"begintime":{"S":"25:00"}}""",
            "period \"bad\": begintime: \"25:00\" is not a time; write H:MM or HH:MM, from 00:00 to 23:59"
        },
        {
            """{"type":{"S":"schedule"},"name":{"S":"bad"},"periods":{"SS":["offce"]}}""",
            "schedule \"bad\": periods: period \"offce\" does not exist (did you mean \"office\"?)"
        },
        {
            """{"type":{"S":"schedule"},"name":{"S":"bad"},"periods":{"SS":["office"]},"timezone":{"S":"Asia/Shangai"}}""",
            "schedule \"bad\": timezone: time zone \"Asia/Shangai\" does not exist (did you mean \"Asia/Shanghai\"?)"
        },
        {
            """{"type":{"S":"period"},"name":{"S":"bad"},"weekdays":{"SS":["mon-fry"]}}""",
            "period \"bad\": weekdays: \"mon-fry\" cannot be read"
        },
    };

    [Theory]
    [MemberData(nameof(BadItems))]
    public async Task A_bad_item_is_reported_by_name_and_neighbours_are_unaffected(string item, string expected)
    {
        await using var world = new SchedulerWorld();
        world.PutConfig(item);
        var neighbour = world.Add(SchedulerWorld.IdOf(1));

        await world.TickAsync("09:00");
        await world.TickAsync("09:05");

        Assert.Equal(PowerState.Running, neighbour.State);
        Assert.Single(world.Problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cn-office-hour", "schedule \"cn-office-hour\" does not exist (did you mean \"cn-office-hours\"?)")]
    [InlineData("broken", "schedule \"broken\": periods: period \"nope\" does not exist")]
    public async Task An_instance_whose_schedule_cannot_be_used_is_left_alone_and_told_why(string tag, string expected)
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"broken"},"periods":{"SS":["nope"]}}""");
        var lost = world.Add(SchedulerWorld.IdOf(1), tag, PowerState.Running);
        var neighbour = world.Add(SchedulerWorld.IdOf(2));

        await world.TickAsync("09:00");
        await world.TickAsync("20:00");

        Assert.Equal(PowerState.Running, lost.State);
        Assert.Null(world.StoredOf(lost.Id));
        Assert.Equal(PowerState.Stopping, neighbour.State);
        Assert.Contains(world.Problems, problem => problem.Contains(expected, StringComparison.Ordinal) && problem.Contains(lost.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Regions_and_services_that_do_not_exist_are_one_problem_each_and_the_rest_runs()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"regions":{"SS":["cn-north-1","us-east-1","beijing"]},"scheduled_services":{"SS":["ec2","ecs"]}}""");
        var instance = world.Add(SchedulerWorld.IdOf(1));

        await world.TickAsync("09:00");

        Assert.Equal(PowerState.Pending, instance.State);
        Assert.Single(world.Problems, problem => problem.Contains("\"us-east-1\" is not a region of partition aws-cn", StringComparison.Ordinal));
        Assert.Single(world.Problems, problem => problem.Contains("\"beijing\"", StringComparison.Ordinal));
        Assert.Single(world.Problems, problem => problem.Contains("\"ecs\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"foo":1,"bar":2}""", "fields foo, bar")]
    [InlineData("""[1,2]""", "a JSON Array")]
    [InlineData("""{"detail-type":"Scheduled Event","resources":["arn:aws-cn:events:cn-north-1:123456789012:rule/another-rule"]}""", "fields detail-type, resources")]
    public async Task An_unknown_event_is_answered_with_what_it_had_and_what_is_known(string payload, string expected)
    {
        await using var world = new SchedulerWorld();

        var answer = JsonDocument.Parse(await world.InvokeAsync(payload)).RootElement.GetProperty("Error").GetString();

        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Contains("scheduler:run", answer, StringComparison.Ordinal);
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "UnknownEvent");
    }

    [Theory]
    [InlineData("""{"source":"scheduler.cli","action":"describe-periods","parameters":{"name":"\ud800"}}""")]
    [InlineData("""{"action":"scheduler:run","configuration":{"\udfff":1}}""")]
    public async Task Half_a_surrogate_is_answered_and_not_read(string payload)
    {
        await using var world = new SchedulerWorld();
        Assert.Equal("""{"Error":"the event holds a text that is not Unicode: bytes that are no UTF-8, or half a surrogate pair"}""", await world.InvokeAsync(payload));
    }

    [Fact]
    public async Task No_settings_at_all_is_a_line_in_the_log_and_no_error()
    {
        await using var world = new SchedulerWorld();
        world.Stage.RemoveSettings();

        Assert.Equal("null", await world.InvokeAsync("""{"action":"scheduler:run"}"""));
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "SettingsMissing");
    }

    [Fact]
    public async Task A_missing_setting_is_named_with_its_path()
    {
        await using var world = new SchedulerWorld();
        world.Stage.Aws.Parameters.Delete($"/lambdaEnvConfig/{Stage.FunctionName}/STATE_TABLE");

        Assert.Equal("{}", await world.InvokeAsync("""{"action":"scheduler:run"}"""));
        Assert.Contains(world.Log, line => line.GetProperty("message").GetString()!
            .Contains($"setting \"/lambdaEnvConfig/{Stage.FunctionName}/STATE_TABLE\" is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"action":"scheduler:run"}""")]
    [InlineData("""{"action":"scheduler:run","configuration":{},"dispatch_time":"yesterday"}""")]
    public async Task A_broken_event_is_reported_and_fails_no_invocation(string payload)
    {
        await using var world = new SchedulerWorld();

        Assert.Equal("{}", await world.InvokeAsync(payload));
        Assert.Contains(world.Log, line => line.GetProperty("level").GetString() == "Error");
    }
}
