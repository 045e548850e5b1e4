using System.Text.Json;
using InstanceScheduler.Lambda.Tests.Runs;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Lambda.Tests.Administration;

public sealed class ItemActionsRunTests
{
    [Fact]
    public async Task A_schedule_lives_from_create_to_delete_and_the_next_tick_obeys_it()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1), "late");

        Assert.Equal(
            """{"Period":{"Begintime":"09:00","Endtime":"22:30","Name":"late-hours","Type":"period","Weekdays":["mon-fri","sat#1"]}}""",
            (await world.AskAsync("create-period", """{"name":"late-hours","begintime":"9:00","endtime":"22:30","weekdays":"sat#1,mon-fri"}""")).GetRawText());
        Assert.Equal(
            """{"Schedule":{"Enforced":true,"Name":"late","Periods":["late-hours"],"StopNewInstances":false,"Timezone":"prc","Type":"schedule"}}""",
            (await world.AskAsync("create-schedule", """{"name":"late","periods":["late-hours"],"timezone":"prc","stop-new-instances":"False","enforced":true}""")).GetRawText());
        await world.TickAsync("20:00");
        Assert.Equal(PowerState.Pending, instance.State);

        Assert.Equal(
            """{"Schedule":{"Name":"late","OverrideStatus":"stopped","Type":"schedule","UseMetrics":true}}""",
            (await world.AskAsync("update_schedule", """{"name":"late","override-status":"stopped","metrics":"true"}""")).GetRawText());
        await world.TickAsync("20:05");
        Assert.Equal(PowerState.Stopping, instance.State);

        Assert.Equal("""{"Schedule":"late"}""", (await world.AskAsync("delete-schedule", """{"name":"late"}""")).GetRawText());
        Assert.Equal("""{"Period":"late-hours"}""", (await world.AskAsync("delete-period", """{"name":"late-hours"}""")).GetRawText());
        Assert.Equal("not found: schedule late does not exist", await world.RefusalAsync("describe-schedules", """{"name":"late"}"""));
    }

    [Fact]
    public async Task Descriptions_come_by_name_and_with_versions_where_asked()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"a"},"months":{"S":"jan"},"colour_of_it":{"M":{"deep_red":{"N":"5"}}}}""");

        var all = await world.AskAsync("describe-periods");
        Assert.Equal(
            """{"Periods":[{"ColourOfIt":{"DeepRed":5},"Months":"jan","Name":"a","Type":"period"},{"Begintime":"09:00","Endtime":"18:00","Name":"office","Type":"period","Weekdays":["mon-fri"]}]}""",
            all.GetRawText());
        var one = (await world.AskAsync("describe-schedules", """{"name":"cn-office-hours","versions":true}""")).GetProperty("Schedules");
        Assert.Matches("^[0-9a-f]{16}$", Assert.Single(one.EnumerateArray()).GetProperty("Version").GetString());
        Assert.Equal("not found: period nope does not exist", await world.RefusalAsync("describe-periods", """{"name":"nope"}"""));
        Assert.Equal("error: period name parameter can not be empty", await world.RefusalAsync("describe-periods", """{"name":""}"""));
        Assert.Equal("error: nme is not a valid parameter, valid parameters are ['name', 'versions']", await world.RefusalAsync("describe-periods", """{"nme":""}"""));
    }

    [Fact]
    public async Task Names_that_come_to_one_are_answered_once()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"a"},"Months":{"S":"by hand"},"months":{"S":"jan"},"version":{"S":"2"}}""");
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"Office"},"begintime":{"S":"19:00"},"endtime":{"S":"20:00"}}""");
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"office#2"},"begintime":{"S":"21:00"},"endtime":{"S":"22:00"}}""");
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"many"},"periods":{"SS":["office","Office","office#2"]}}""");

        Assert.Equal(
            """{"Periods":[{"Months":"jan","Name":"a","Type":"period","Version":"2"}]}""",
            (await world.AskAsync("describe-periods", """{"name":"a"}""")).GetRawText());
        var versioned = (await world.AskAsync("describe-periods", """{"name":"a","versions":true}""")).GetProperty("Periods")[0];
        Assert.Equal(4, versioned.EnumerateObject().Count());
        Assert.Matches("^[0-9a-f]{16}$", versioned.GetProperty("Version").GetString());
        var day = (await world.AskAsync("describe-schedule-usage", """{"name":"many","startdate":"20261123"}""")).GetProperty("Usage").GetProperty("2026-11-23");
        Assert.Equal(["Office", "Office#2", "Office#2#2"], day.GetProperty("RunningPeriods").EnumerateObject().Select(period => period.Name));
    }

    // As its parser leaves them: every flag, with the name that its option has.
    [Fact]
    public async Task The_events_of_the_command_line_of_v1_are_understood()
    {
        await using var world = new SchedulerWorld();

        await world.AskAsync("create-period", """{"begintime":"09:00","endtime":"18:00","monthdays":"1-7","months":"jan","name":"p","weekdays":"mon"}""");
        Assert.Equal(
            """{"Schedule":{"Enforced":false,"Hibernate":false,"Name":"s","Periods":["p"],"RetainRunning":false,"StopNewInstances":true,"Timezone":"PRC","Type":"schedule","UseMaintenanceWindow":false,"UseMetrics":false}}""",
            (await world.AskAsync("create-schedule", """{"timezone":"PRC","name":"s","periods":"p","stop_new_instances":true,"use_maintenance_window":false,"retain_running":false,"enforced":false,"hibernate":false,"use-metrics":false}""")).GetRawText());
        Assert.Equal("error: schedule name parameter can not be empty", await world.RefusalAsync("delete-schedule"));
        Assert.Equal("""{"Schedule":"s"}""", (await world.AskAsync("delete-schedule", """{"name":"s"}""")).GetRawText());
    }

    [Fact]
    public async Task Of_two_editors_one_wins_and_the_other_hears_of_it()
    {
        await using var world = new SchedulerWorld(loops: 2);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Stage.Aws.Faults.BeforeCall = async call =>
        {
            if (call.Operation == "PutItem" && reached.TrySetResult())
                await goOn.Task;
        };

        var slow = world.RefusalAsync("update-period", """{"name":"office","begintime":"08:00"}""");
        await reached.Task;
        await world.AskAsync("update-period", """{"name":"office","endtime":"17:00"}""");
        goOn.SetResult();

        Assert.Equal("error: period office was changed by somebody else meanwhile; describe it and try again", await slow);
        Assert.Equal("""{"Periods":[{"Endtime":"17:00","Name":"office","Type":"period"}]}""", (await world.AskAsync("describe-periods")).GetRawText());
    }

    [Fact]
    public async Task A_version_that_is_no_longer_true_is_refused_and_nothing_is_written()
    {
        await using var world = new SchedulerWorld();
        var version = (await world.AskAsync("describe-periods", """{"versions":"true"}""")).GetProperty("Periods")[0].GetProperty("Version").GetString();
        await world.AskAsync("update-period", $$"""{"name":"office","endtime":"17:00","if_version":"{{version}}"}""");

        Assert.Matches(
            $"^error: period office has version [0-9a-f]{{16}} and not {version}; describe it and try again$",
            await world.RefusalAsync("update-period", $$"""{"name":"office","endtime":"16:00","if-version":"{{version}}"}"""));
        await world.AskAsync("delete-schedule", """{"name":"cn-office-hours"}""");
        Assert.Contains("and not 00", await world.RefusalAsync("delete-period", """{"name":"office","if_version":"00"}"""), StringComparison.Ordinal);
        Assert.Contains("17:00", (await world.AskAsync("describe-periods")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patch_keeps_what_it_does_not_name_as_it_is_stored()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"hand-made"},"periods":{"S":"office, office"},"enforced":{"S":"true"},"note":{"M":{"a":{"N":"1"}}},"timezone":{"S":"PRC"}}""");

        await world.AskAsync("update-schedule", """{"name":"hand-made","patch":true,"description":"d","timezone":""}""");

        var item = world.Stage.Aws.Dynamo.Table(Stage.ConfigTable).Items.Single(item => item.Find("name")?.Text == "hand-made");
        Assert.Equal(
            """{"description":{"S":"d"},"enforced":{"S":"true"},"name":{"S":"hand-made"},"note":{"M":{"a":{"N":"1"}}},"periods":{"S":"office, office"},"type":{"S":"schedule"}}""",
            Sorted(Simulator.LocalAws.DynamoDb.DynamoJson.ItemText(item)));
    }

    [Fact]
    public async Task Usage_is_told_on_the_schedules_clock_and_a_second_interval_is_numbered()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"early_bird"},"begintime":{"S":"06:00"},"endtime":{"S":"09:00"}}""");
        world.PutSchedule("both", "\"timezone\":{\"S\":\"Asia/Tokyo\"}", "office\",\"early_bird");
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"on"},"override_status":{"S":"running"}}""");

        Assert.Equal(
            """{"Schedule":"both","Usage":{"2026-11-22":{"RunningPeriods":{"EarlyBird":{"Begin":"11/22/26 06:00:00","End":"11/22/26 09:00:00","BillingHours":3,"BillingSeconds":10800}},"BillingSeconds":10800,"BillingHours":3},"2026-11-23":{"RunningPeriods":{"EarlyBird":{"Begin":"11/23/26 06:00:00","End":"11/23/26 18:00:00","BillingHours":12,"BillingSeconds":43200}},"BillingSeconds":43200,"BillingHours":12}}}""",
            (await world.AskAsync("describe-schedule-usage", """{"name":"both","startdate":"20261122","enddate":"20261123"}""")).GetRawText());
        // Summer time ends in Los Angeles: the hour after one comes twice.
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"Early"},"begintime":{"S":"01:15"},"endtime":{"S":"01:45"}}""");
        world.PutSchedule("twice", "\"timezone\":{\"S\":\"US/Pacific\"}", "Early");
        Assert.Equal(
            """{"Early":{"Begin":"11/01/26 01:15:00","End":"11/01/26 01:45:00","BillingHours":1,"BillingSeconds":1800},"Early#2":{"Begin":"11/01/26 01:15:00","End":"11/01/26 01:45:00","BillingHours":1,"BillingSeconds":1800}}""",
            (await world.AskAsync("describe-schedule-usage", """{"name":"twice","startdate":"20261101"}"""))
                .GetProperty("Usage").GetProperty("2026-11-01").GetProperty("RunningPeriods").GetRawText());
        // Today is that of the schedule.
        Assert.Equal(
            """{"Schedule":"on","Usage":{"2026-11-23":{"RunningPeriods":{"OverrideStatus":{"Begin":"11/23/26 00:00:00","End":"11/24/26 00:00:00","BillingHours":24,"BillingSeconds":86400}},"BillingSeconds":86400,"BillingHours":24}}}""",
            (await world.AskAsync("describe-schedule-usage", """{"name":"on"}""")).GetRawText());
    }

    [Theory]
    [InlineData("""{"name":"cn-office-hours","startdate":"2026-11-22"}""", "error: invalid startdate 2026-11-22, must be a valid date in format yyyymmdd")]
    [InlineData("""{"name":"cn-office-hours","startdate":"20261122","enddate":"20261131"}""", "error: invalid enddate 20261131, must be a valid date in format yyyymmdd")]
    [InlineData("""{"name":"cn-office-hours","startdate":"20261122","enddate":"20261121"}""", "stop_date must be equal or later than start_date")]
    [InlineData("""{"name":"cn-office-hours","startdate":"00010101","enddate":"99981231"}""", "error: the answer is larger than 5000000 bytes; ask for fewer dates")]
    [InlineData("""{"name":"nope"}""", "not found: schedule nope does not exist")]
    [InlineData("""{"name":"bad"}""", "error: schedule \"bad\": periods: period \"nope\" does not exist")]
    [InlineData("""{}""", "error: schedule name parameter can not be empty")]
    public async Task Usage_is_refused_with_a_reason(string parameters, string expected)
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("bad", "\"enforced\":{\"BOOL\":true}", "nope");
        Assert.Equal(expected, await world.RefusalAsync("describe-schedule-usage", parameters));
    }

    [Theory]
    [InlineData("creat-period", "error: action \"creat-period\" does not exist (did you mean \"create-period\"?); known are create-period, create-schedule, create-calendar, update-period")]
    [InlineData("", "error: action \"\" does not exist; known are ")]
    public async Task An_unknown_action_says_what_is_known(string action, string expected)
    {
        await using var world = new SchedulerWorld();
        Assert.StartsWith(expected, await world.RefusalAsync(action), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_cannot_be_written_is_an_error_with_a_remedy()
    {
        await using var world = new SchedulerWorld();
        world.Stage.Aws.Faults.Add("dynamodb", "PutItem", LocalFault.Answer("AccessDeniedException"));
        Assert.Matches(
            "^error: PutItem failed with AccessDeniedException: .*\\(allow it for the scheduler's role\\)$",
            await world.RefusalAsync("create-period", """{"name":"new","begintime":"09:00"}"""));
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "ActionFailed");
    }

    private static string Sorted(string item) => $"{{{string.Join(',', JsonDocument.Parse(item).RootElement.EnumerateObject()
        .OrderBy(attribute => attribute.Name, StringComparer.Ordinal).Select(attribute => $"\"{attribute.Name}\":{attribute.Value.GetRawText()}"))}}}";
}
