using System.Text;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Lambda.Tests.CustomResources;

/// <summary>The life of a schedule in a template.</summary>
public sealed class ScheduleResourceTests
{
    private const string Hours =
        """
        {"ServiceToken": "arn", "Timezone": "Asia/Shanghai", "Description": "营业时间", "Metrics": "tRUE", "Hibernate": "True",
         "Periods": [{"BeginTime": "9:00", "EndTime": "18:00", "WeekDays": "mon-fri, sat", "InstanceType": "m5.large", "Description": "day"},
                     {"EndTime": "24:00", "MonthDays": ["L"], "Months": ["jan", "dec"]}]}
        """;

    private const string Stored =
        """
        period shop-Hours-period-0001: begintime=09:00, description=day, endtime=18:00, weekdays=[mon-fri sat]
        period shop-Hours-period-0002: endtime=24:00, monthdays=[L], months=[dec jan]
        schedule shop-Hours: description=营业时间, enforced=false, hibernate=true, periods=[shop-Hours-period-0001@m5.large shop-Hours-period-0002], retain_running=false, stop_new_instances=true, timezone=Asia/Shanghai, use_metrics=true
        """;

    [Fact]
    public async Task A_schedule_is_created_with_its_periods_in_one_transaction()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();

        Assert.True(await hours.CreateAsync(Hours));

        Assert.Equal(("shop-Hours", "CREATE_COMPLETE"), (hours.PhysicalId, hours.Status));
        Assert.Equal(Stored.ReplaceLineEndings("\n"), world.Items());
        Assert.Equal((1, 0), (world.Aws.Calls.Count("dynamodb", "TransactWriteItems"), world.Aws.Calls.Count("dynamodb", "PutItem")));
        var item = world.Item("schedule", "shop-Hours");
        Assert.Equal((world.Shop.Id, "Hours"), (item["configured_in_stack"].Text, item["configured_in_resource"].Text));
        Assert.All(world.Names("period"), name => Assert.Equal(world.Shop.Id, world.Item("period", name)["configured_in_stack"].Text));
    }

    [Fact]
    public async Task The_answer_is_these_bytes()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync(Hours);

        var request = hours.LastRequest;
        var sent = Assert.Single(world.Aws.Responses.Received);
        var body = $$$"""{"Status":"SUCCESS","PhysicalResourceId":"shop-Hours","StackId":"{{{world.Shop.Id}}}","RequestId":"{{{request.GetProperty("RequestId")}}}","LogicalResourceId":"Hours","Data":{"Name":"shop-Hours"}}""";
        Assert.Equal(body, Encoding.UTF8.GetString(sent.Body.Span));
        Assert.Equal(("PUT", request.GetProperty("ResponseURL").GetString()![(Host.Length + "https://".Length)..]), (sent.Method, sent.Target));
        Assert.Contains("%3A", sent.Target, StringComparison.Ordinal);
        Assert.Contains("%7CHours%7C", sent.Target, StringComparison.Ordinal);
        Assert.Equal([$"Host: {Host}", $"Content-Length: {Encoding.UTF8.GetByteCount(body)}"], sent.Headers.Select(header => $"{header.Key}: {header.Value}"));
    }

    [Fact]
    public async Task The_least_that_is_declared_has_the_defaults_of_v1()
    {
        await using var world = new ResourceWorld();

        Assert.True(await world.Schedule("Off").CreateAsync("""{"OverrideStatus": "stopped", "NoStackPrefix": "true", "Name": "off"}"""));

        Assert.Equal(
            "schedule off: enforced=false, hibernate=false, override_status=stopped, retain_running=false, stop_new_instances=true, timezone=UTC",
            world.Items());
    }

    [Fact]
    public async Task Nights_dates_and_calendars_are_declared_and_the_calendar_may_come_later()
    {
        await using var world = new ResourceWorld();

        Assert.True(await world.Schedule().CreateAsync(
            """
            {"Calendar": "plant", "Periods": [{"BeginTime": "22:00", "EndTime": "6:00", "WeekDays": "workday", "Calendar": "cn"},
                                              {"From": "2026-10-01", "Until": "2026-12-31", "Years": "2026", "Calendar": "none"}]}
            """));

        Assert.Equal(
            """
            period shop-Hours-period-0001: begintime=22:00, calendar=cn, endtime=06:00, weekdays=[workday]
            period shop-Hours-period-0002: calendar=none, from=2026-10-01, until=2026-12-31, years=[2026]
            schedule shop-Hours: calendar=plant, enforced=false, hibernate=false, periods=[shop-Hours-period-0001 shop-Hours-period-0002], retain_running=false, stop_new_instances=true, timezone=UTC
            """.ReplaceLineEndings("\n"),
            world.Items());
    }

    [Fact]
    public async Task The_older_spellings_mean_what_they_meant()
    {
        await using var world = new ResourceWorld();

        Assert.True(await world.Schedule("On").CreateAsync(
            """{"Overwrite": "True", "UseMaintenaceWindow": "true", "SsmMaintenanceWindow": ["patch-night"], "Periods": "", "Timeout": "60"}"""));

        Assert.Equal(
            "schedule shop-On: enforced=false, hibernate=false, override_status=running, retain_running=false, ssm_maintenance_window=patch-night, "
            + "stop_new_instances=true, timezone=UTC, use_maintenance_window=true",
            world.Items());
        Assert.Contains("UseMaintenaceWindow is taken for UseMaintenanceWindow; mend it in the template", world.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_in_place_replaces_all_and_leaves_no_period_behind()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync(Hours);

        Assert.True(await hours.UpdateAsync("""{"Enforced": "true", "Periods": [{"WeekDays": "sun"}]}"""));

        Assert.Equal("shop-Hours", hours.PhysicalId);
        Assert.Equal(["Create", "Update"], hours.Outcomes.Select(outcome => outcome.RequestType));
        Assert.Equal(
            """
            period shop-Hours-period-0001: weekdays=[sun]
            schedule shop-Hours: enforced=true, hibernate=false, periods=[shop-Hours-period-0001], retain_running=false, stop_new_instances=true, timezone=UTC
            """.ReplaceLineEndings("\n"),
            world.Items());
        Assert.Equal(2, world.Aws.Calls.Count("dynamodb", "TransactWriteItems"));
    }

    [Fact]
    public async Task A_rename_makes_the_new_one_and_cleaning_up_deletes_the_old()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync(Hours);

        Assert.True(await hours.UpdateAsync(Hours.Replace("\"ServiceToken\"", "\"Name\": \"opening\", \"ServiceToken\"", StringComparison.Ordinal)));

        Assert.Equal("shop-opening", hours.PhysicalId);
        Assert.Equal(["Create", "Update", "Delete"], hours.Outcomes.Select(outcome => outcome.RequestType));
        Assert.Equal(Stored.Replace("shop-Hours", "shop-opening", StringComparison.Ordinal).ReplaceLineEndings("\n"), world.Items());
    }

    [Fact]
    public async Task A_rename_that_is_rolled_back_ends_as_it_began()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync(Hours);

        await hours.UpdateAsync("""{"Name": "opening", "OverrideStatus": "running"}""", isRolledBack: true);

        Assert.Equal("shop-Hours", hours.PhysicalId);
        Assert.Equal(["Create", "Update", "Update", "Delete"], hours.Outcomes.Select(outcome => outcome.RequestType));
        Assert.All(hours.Outcomes, outcome => Assert.True(outcome.IsSuccess));
        Assert.Equal(Stored.ReplaceLineEndings("\n"), world.Items());
    }

    [Fact]
    public async Task A_delete_takes_the_periods_along_and_nothing_else()
    {
        await using var world = new ResourceWorld();
        world.Put("""{"type":{"S":"period"},"name":{"S":"shop-Hours-period-late"}}""");
        await world.Schedule("Other").CreateAsync("""{"Name": "Hours-period-0001", "Periods": [{"WeekDays": "mon"}]}""");
        var others = world.Items();
        var hours = world.Schedule();
        await hours.CreateAsync(Hours);

        Assert.True(await hours.DeleteAsync());

        Assert.Equal(others, world.Items());
    }

    [Fact]
    public async Task What_is_unknown_is_deleted_without_a_word()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync(Hours);
        Assert.True(await hours.DeleteAsync());

        await hours.RedeliverAsync();

        Assert.Equal("", world.Items());
        var answers = world.Aws.Responses.Received.TakeLast(2).Select(received => Encoding.UTF8.GetString(received.Body.Span)).ToArray();
        Assert.Equal(answers[0], answers[1]);
        Assert.Contains("\"Status\":\"SUCCESS\",\"PhysicalResourceId\":\"shop-Hours\"", answers[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1024)]
    public async Task An_id_that_names_nothing_is_deleted_whatever_its_length(int length)
    {
        await using var world = new ResourceWorld();
        var address = world.Aws.Responses.AddressFor(world.Shop.Id, "Hours", "r-1");
        var id = new string('i', length);
        var request = JsonSerializer.SerializeToUtf8Bytes(new
        {
            RequestType = "Delete",
            RequestId = "r-1",
            StackId = world.Shop.Id,
            LogicalResourceId = "Hours",
            PhysicalResourceId = id,
            ResourceType = "Custom::ServiceInstanceSchedule",
            ResponseURL = address,
        });

        await world.Aws.Functions.InvokeAsync(Stage.FunctionName, request, InvocationType.Event);
        await world.Aws.Functions.IdleAsync().WaitAsync(ResourceWorld.LongEnough);

        var answer = JsonDocument.Parse(Assert.Single(world.Aws.Responses.Received).Body).RootElement;
        Assert.Equal(("SUCCESS", id), (answer.GetProperty("Status").GetString(), answer.GetProperty("PhysicalResourceId").GetString()));
    }

    [Fact]
    public async Task A_create_that_fails_is_deleted_again_and_leaves_nothing()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();

        Assert.False(await hours.CreateAsync("""{"Periods": [{"BeginTime": "25:00"}]}"""));

        Assert.Equal("DELETE_COMPLETE", hours.Status);
        Assert.Equal([("Create", false), ("Delete", true)], hours.Outcomes.Select(outcome => (outcome.RequestType, outcome.IsSuccess)));
        Assert.StartsWith(
            "period \"shop-Hours-period-0001\": begintime: \"25:00\" is not a time; write H:MM or HH:MM, from 00:00 to 23:59",
            hours.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal("", world.Items());
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    public async Task A_schedule_has_as_many_periods_as_fit_a_transaction_with_it(int count, bool fits)
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();

        Assert.Equal(fits, await hours.CreateAsync(WithPeriods(count)));

        Assert.Equal(fits ? count : 0, world.Names("period").Count());
        if (fits)
        {
            Assert.True(await hours.UpdateAsync(WithPeriods(1)));
            Assert.Single(world.Names("period"));
            Assert.True(await hours.DeleteAsync());
            Assert.Equal("", world.Items());
        }
        else
            Assert.Contains("one transaction of DynamoDB takes 100: declare at most 99 periods", hours.Outcomes[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_reads_what_a_template_declared()
    {
        await using var world = new ResourceWorld();
        await world.Schedule().CreateAsync(Hours);

        var read = await world.ReadAsync();

        Assert.Empty(read.Problems);
        var schedule = read.Schedules["shop-Hours"];
        Assert.Equal(["m5.large", null], schedule.Periods.OrderBy(period => period.Period.Name, StringComparer.Ordinal).Select(period => period.InstanceType));
        Assert.Equal((true, world.Shop.Id), (schedule.Hibernate, schedule.ConfiguredInStack));
    }

    private static string Host => "cloudformation-custom-resource-response-cnnorth1.s3.cn-north-1.amazonaws.com.cn";

    private static string WithPeriods(int count) => JsonSerializer.Serialize(
        new { Periods = Enumerable.Range(0, count).Select(i => new { BeginTime = $"{i / 60:00}:{i % 60:00}" }) });
}
