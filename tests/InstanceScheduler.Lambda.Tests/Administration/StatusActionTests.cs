using System.Text.Json;
using InstanceScheduler.Lambda.Tests.Runs;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Lambda.Tests.Administration;

public sealed class StatusActionTests
{
    [Fact]
    public async Task Every_target_is_told_the_healthy_and_the_silent_ones_too()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.Add(SchedulerWorld.IdOf(1));
        world.Add(SchedulerWorld.IdOf(2), "nope");
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"bad"},"begintime":{"S":"25:00"}}""");
        await world.TickAsync("09:00");

        var status = await world.AskAsync("describe-status");

        var tick = status.GetProperty("Tick");
        Assert.Equal("2026-11-23T01:00:00Z", tick.GetProperty("Updated").GetString());
        Assert.Equal(
            """{"Code":"Configuration","Message":"period \u0022bad\u0022: begintime: \u002225:00\u0022 is not a time; write H:MM or HH:MM, from 00:00 to 23:59","Severity":"Error","Count":0,"Ids":[],"Remedy":null}""",
            Assert.Single(tick.GetProperty("Problems").EnumerateArray()).GetRawText());

        var targets = status.GetProperty("Targets").EnumerateArray().ToDictionary(target => target.GetProperty("Target").GetString()!, StringComparer.Ordinal);
        Assert.Equal(["ec2:123456789012:cn-north-1", "rds:123456789012:cn-north-1"], targets.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        var ec2 = targets["ec2:123456789012:cn-north-1"];
        Assert.Equal(
            ("2026-11-23T01:00:00Z", "2026-11-23T01:00:00Z", 2, 0, 1, 0),
            (ec2.GetProperty("LastChange").GetString(), ec2.GetProperty("Updated").GetString(), Number(ec2, "Managed"), Number(ec2, "Running"), Number(ec2, "Started"), Number(ec2, "Stopped")));
        var problem = Assert.Single(ec2.GetProperty("Problems").EnumerateArray());
        Assert.Equal(
            ("ScheduleUnusable", 1, SchedulerWorld.IdOf(2), "mend the schedule or the instance's tag"),
            (problem.GetProperty("Code").GetString(), Number(problem, "Count"), problem.GetProperty("Ids")[0].GetString(), problem.GetProperty("Remedy").GetString()));
        Assert.Equal(
            """{"Target":"rds:123456789012:cn-north-1","Service":"rds","Account":"123456789012","Region":"cn-north-1","LastChange":null,"Managed":null,"Running":null,"Started":null,"Stopped":null,"Updated":null,"Problems":[]}""",
            targets["rds:123456789012:cn-north-1"].GetRawText());
    }

    [Fact]
    public async Task A_problem_that_is_gone_is_not_told()
    {
        await using var world = new SchedulerWorld();
        world.Add(SchedulerWorld.IdOf(1), "nope");
        await world.TickAsync("09:00");
        world.PutSchedule("nope", "\"enforced\":{\"BOOL\":true}");
        await world.TickAsync("09:05");

        var target = Assert.Single((await world.AskAsync("describe-status")).GetProperty("Targets").EnumerateArray());
        Assert.Empty(target.GetProperty("Problems").EnumerateArray());
        Assert.Equal("2026-11-23T01:05:00Z", target.GetProperty("Updated").GetString());
    }

    [Fact]
    public async Task Instances_are_told_as_they_are_and_as_their_schedules_want_them_and_nothing_is_done()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.Add("i-00000001", tags: ("Name", "web 1"));
        world.Add("i-00000002", state: PowerState.Running);
        world.Add("i-00000003", "cn-ofice-hours");
        world.Add("i-00000004", "");
        world.Add("i-00000005", tags: ("aws:autoscaling:groupName", "g"));
        world.PutSchedule("big", "\"enforced\":{\"BOOL\":true}", "office@m5.24xlarge");
        world.Add("i-00000006", "big", PowerState.Running);
        world.AddDatabase("orders");
        await world.TickAsync("08:00");
        world.Time.AdvanceTo(DateTimeOffset.Parse("2026-11-23T10:00:00+08:00"));
        world.Add("i-00000007");
        Assert.True(world.Ec2.HumanStart("i-00000007"));
        var before = world.Stage.Aws.Calls.Count("dynamodb", "PutItem");

        var answer = await world.AskAsync("describe-instances");

        var instances = answer.GetProperty("Instances").EnumerateArray().ToDictionary(instance => instance.GetProperty("Id").GetString()!, StringComparer.Ordinal);
        Assert.Equal(
            """{"Id":"i-00000001","Name":"web 1","Service":"ec2","Account":"123456789012","Region":"cn-north-1","Schedule":"cn-office-hours","State":"stopped","Type":"t3.medium","Stored":"stopped","Desired":"running","Reason":"period \u0022office\u0022 of schedule \u0022cn-office-hours\u0022 runs; the wish changed since the last run"}""",
            instances["i-00000001"].GetRawText().Replace(instances["i-00000001"].GetProperty("Type").GetString()!, "t3.medium", StringComparison.Ordinal));
        Assert.Equal(("stopped", "stopped", "running"), Told(instances["i-00000002"]));
        Assert.EndsWith("; asked to stop at 2026-11-23T00:00:00Z", instances["i-00000002"].GetProperty("Reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(("pending", null, "running"), Told(instances["i-00000007"]));
        Assert.Equal("period \"office\" of schedule \"cn-office-hours\" runs; in transition", instances["i-00000007"].GetProperty("Reason").GetString());
        Assert.Equal("schedule \"cn-ofice-hours\" does not exist (did you mean \"cn-office-hours\"?)", Reason(instances["i-00000003"]));
        Assert.Equal("its schedule tag is empty", Reason(instances["i-00000004"]));
        Assert.StartsWith("never started or stopped: it belongs to an Auto Scaling group", Reason(instances["i-00000005"]), StringComparison.Ordinal);
        Assert.Equal(("stopped", "stopped", "running"), Told(instances["orders"]));
        Assert.Equal("rds", instances["orders"].GetProperty("Service").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("Next").ValueKind);
        Assert.Empty(answer.GetProperty("Problems").EnumerateArray());
        Assert.Equal(before, world.Stage.Aws.Calls.Count("dynamodb", "PutItem"));
        Assert.Equal(0, world.Stage.Aws.Calls.Count("ec2", "StartInstances"));
    }

    [Fact]
    public async Task Many_instances_come_in_pages_each_once()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.AddMany(2_300);
        world.AddDatabase("orders");
        var (ids, sizes, next) = (new List<string>(), new List<int>(), "");
        do
        {
            var page = await world.AskAsync("describe-instances", $$"""{"next":"{{next}}"}""");
            ids.AddRange(page.GetProperty("Instances").EnumerateArray().Select(instance => instance.GetProperty("Id").GetString()!));
            sizes.Add(page.GetProperty("Instances").GetArrayLength());
            next = page.GetProperty("Next").GetString();
        }
        while (next is not null);

        Assert.Equal([1000, 1000, 301], sizes);
        Assert.Equal(2_301, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_target_that_cannot_be_read_is_a_problem_and_the_others_are_shown()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.AddDatabase("orders");
        world.Stage.Aws.Faults.Add("ec2", "DescribeInstances", LocalFault.Answer("UnauthorizedOperation", 403));

        var answer = await world.AskAsync("describe-instances");

        Assert.Equal("orders", Assert.Single(answer.GetProperty("Instances").EnumerateArray()).GetProperty("Id").GetString());
        Assert.StartsWith(
            "ec2 in 123456789012/cn-north-1: DescribeInstances failed with UnauthorizedOperation",
            Assert.Single(answer.GetProperty("Problems").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"service":"rds"}""", "orders")]
    [InlineData("""{"service":"ec2","region":"cn-north-1","account":"123456789012"}""", "i-00000001")]
    public async Task A_list_can_be_of_one_service_account_or_region(string parameters, string expected)
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.Add("i-00000001");
        world.AddDatabase("orders");
        Assert.Equal(expected, Assert.Single((await world.AskAsync("describe-instances", parameters)).GetProperty("Instances").EnumerateArray()).GetProperty("Id").GetString());
    }

    [Theory]
    [InlineData("""{"service":"rsd"}""", "error: service \"rsd\" is not scheduled; scheduled are ec2")]
    [InlineData("""{"region":"cn-north-2"}""", "error: region \"cn-north-2\" is not scheduled (did you mean \"cn-north-1\"?); scheduled are cn-north-1")]
    [InlineData("""{"next":"ec2:1:x/y"}""", "error: next: \"ec2:1:x/y\" is not a place in this list, or no longer; begin without one")]
    [InlineData("""{"regions":"x"}""", "error: regions is not a valid parameter, valid parameters are ['service', 'account', 'region', 'next']")]
    public async Task A_list_of_nothing_there_is_refused(string parameters, string expected)
    {
        await using var world = new SchedulerWorld();
        Assert.Equal(expected, await world.RefusalAsync("describe-instances", parameters));
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static string Reason(JsonElement instance)
    {
        Assert.Equal(JsonValueKind.Null, instance.GetProperty("Desired").ValueKind);
        return instance.GetProperty("Reason").GetString()!;
    }

    private static (string?, string?, string?) Told(JsonElement instance) =>
        (instance.GetProperty("State").GetString(), instance.GetProperty("Stored").GetString(), instance.GetProperty("Desired").GetString());
}
