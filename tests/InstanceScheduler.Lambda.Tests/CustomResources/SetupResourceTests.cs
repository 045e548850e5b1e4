using System.Text;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Lambda.Tests.CustomResources;

/// <summary>The scheduler's own configuration, as its stack sets it up.</summary>
public sealed class SetupResourceTests
{
    private const string Full =
        """
        {"ServiceToken": "arn", "timeout": "120", "config_table": "t", "tagname": "Plan", "default_timezone": "Asia/Shanghai", "use_metrics": "True",
         "trace": "False", "scheduled_services": ["ec2", "rds"], "schedule_clusters": "TRUE", "create_rds_snapshot": "false",
         "regions": ["cn-north-1", "cn-northwest-1"], "cross_account_roles": ["arn:aws-cn:iam::210987654321:role/a", "{param:roles}"],
         "schedule_lambda_account": "False", "log_retention_days": "30", "started_tags": "state=on", "stopped_tags": "state=off", "stack_version": "v1.3"}
        """;

    private const string Samples =
        """
        period cn-office-hours: begintime=09:00, description=Office hours in China, endtime=18:00, weekdays=[mon-fri]
        period first-monday-in-quarter: description=Every first monday of each quarter, months=[jan/3], weekdays=[mon#1]
        period office-hours: begintime=09:00, description=Office hours, endtime=17:00, weekdays=[mon-fri]
        period weekends: description=Days in weekend, weekdays=[sat-sun]
        period working-days: description=Working days, weekdays=[mon-fri]
        schedule cn-office-hours: description=Office hours in China, periods=[cn-office-hours], timezone=Asia/Shanghai
        schedule running: description=Instances running, override_status=running, use_metrics=false
        schedule scale-up-down: description=Vertical scaling on weekdays, based on UTC time, periods=[weekends@t2.nano working-days@t2.micro], timezone=UTC
        schedule seattle-office-hours: description=Office hours in Seattle (Pacific), periods=[office-hours], timezone=US/Pacific
        schedule stopped: description=Instances stopped, override_status=stopped, use_metrics=false
        schedule uk-office-hours: description=Office hours in UK, periods=[office-hours], timezone=Europe/London
        """;

    [Fact]
    public async Task A_new_stack_gets_the_item_and_the_samples()
    {
        await using var world = new ResourceWorld();
        var setup = world.Setup();

        Assert.True(await setup.CreateAsync(Full));

        Assert.Equal(
            "config scheduler: create_rds_snapshot=false, cross_account_roles=[arn:aws-cn:iam::210987654321:role/a {param:roles}], "
            + "default_timezone=Asia/Shanghai, regions=[cn-north-1 cn-northwest-1], schedule_clusters=true, schedule_lambda_account=false, "
            + "scheduled_services=[ec2 rds], started_tags=state=on, stopped_tags=state=off, tagname=Plan, trace=false, use_metrics=true\n"
            + Samples.ReplaceLineEndings("\n"),
            world.Items());
        Assert.Empty((await world.ReadAsync()).Problems);
        Assert.Matches("^schedulersetuphandler-instancescheduler-[0-9a-f]{14}$", setup.PhysicalId);
        Assert.Equal("null", Encoding.UTF8.GetString(world.Aws.Functions.Outcomes.Single().Result.Response.Span));
        Assert.Equal(
            $$"""{"Status":"SUCCESS","PhysicalResourceId":"{{setup.PhysicalId}}","StackId":"{{world.Stage.Stack.Id}}","RequestId":"{{setup.LastRequest.GetProperty("RequestId")}}","LogicalResourceId":"SchedulerConfigHelper"}""",
            Encoding.UTF8.GetString(world.Aws.Responses.Received.Single().Body.Span));
    }

    [Fact]
    public async Task Blank_lists_and_tags_are_not_stored_and_blank_regions_are_the_functions_own()
    {
        await using var world = new ResourceWorld();

        Assert.True(await world.Setup().CreateAsync(
            """{"scheduled_services": "ec2,", "regions": [""], "cross_account_roles": [""], "started_tags": "", "stopped_tags": " "}"""));

        Assert.Contains(
            "config scheduler: create_rds_snapshot=true, default_timezone=UTC, regions=[cn-north-1], schedule_clusters=false, "
            + "schedule_lambda_account=true, scheduled_services=[ec2], tagname=Schedule, trace=true, use_metrics=false\n",
            world.Items(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_rewrites_the_item_whole_and_makes_no_samples()
    {
        await using var world = new ResourceWorld();
        var setup = world.Setup();
        await setup.CreateAsync(Full);
        var id = setup.PhysicalId;
        world.Aws.Dynamo.Table(world.Stage.ConfigTable).Write(world.Item("schedule", "stopped").Only(["type", "name"]), _ => null);
        world.Put("""{"type":{"S":"config"},"name":{"S":"scheduler"},"tagname":{"S":"ByHand"},"extra":{"S":"x"}}""");

        Assert.True(await setup.UpdateAsync("""{"scheduled_services": ["rds"]}"""));

        Assert.Equal(id, setup.PhysicalId);
        Assert.StartsWith(
            "config scheduler: create_rds_snapshot=true, default_timezone=UTC, regions=[cn-north-1], schedule_clusters=false, "
            + "schedule_lambda_account=true, scheduled_services=[rds], tagname=Schedule, trace=true, use_metrics=false\n",
            world.Items(), StringComparison.Ordinal);
        Assert.DoesNotContain("stopped", world.Names("schedule"));
    }

    [Fact]
    public async Task Samples_that_exist_are_left_and_the_others_still_made()
    {
        await using var world = new ResourceWorld();
        world.Put("""{"type":{"S":"period"},"name":{"S":"office-hours"},"begintime":{"S":"08:00"}}""");

        Assert.True(await world.Setup().CreateAsync(Full));

        Assert.Contains("period office-hours: begintime=08:00\n", world.Items(), StringComparison.Ordinal);
        Assert.Equal((5, 6), (world.Names("period").Count(), world.Names("schedule").Count()));
        Assert.Contains("The sample period \\\"office-hours\\\" exists already", world.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_that_cannot_be_written_fails_nobodys_stack()
    {
        await using var world = new ResourceWorld();
        var call = 0;
        world.Aws.Faults.Add(request => request.Operation == "PutItem" && ++call == 3 ? LocalFault.Answer("ValidationException", 400, "Not this one.") : null);

        Assert.True(await world.Setup().CreateAsync(Full));

        Assert.Equal((4, 6), (world.Names("period").Count(), world.Names("schedule").Count()));
        Assert.Contains("could not be written: Not this one.", world.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Samples_that_hang_are_given_up_and_the_stack_goes_on()
    {
        await using var world = new ResourceWorld();
        var call = 0;
        world.Aws.Faults.Add(request => request.Operation == "PutItem" && ++call > 1 ? LocalFault.Answer("InternalServerError", 500, "Later.") : null);

        Assert.True(await world.Setup().CreateAsync(Full));

        Assert.Empty(world.Names("schedule"));
        Assert.Single(world.Names("config"));
        // The waits between tries took the half minute that samples are given, and no more.
        Assert.InRange(world.Time.GetUtcNow(), world.Aws.Calls.Last().Time, world.Aws.Calls.Last().Time + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_delete_does_nothing_and_a_duplicate_has_the_same_id()
    {
        await using var world = new ResourceWorld();
        var setup = world.Setup();
        await setup.CreateAsync(Full);
        var id = setup.PhysicalId;
        await setup.RedeliverAsync();
        var items = world.Items();

        Assert.Contains($"\"PhysicalResourceId\":\"{id}\"", Encoding.UTF8.GetString(world.Aws.Responses.Received[1].Body.Span), StringComparison.Ordinal);
        Assert.True(await setup.DeleteAsync());
        Assert.Equal(items, world.Items());
    }

    [Theory]
    [InlineData("""{"tag_name": "Schedule"}""", "tag_name: there is no such property (did you mean \"tagname\"?); known are tagname, default_timezone, ")]
    [InlineData("""{"timeout": "2 minutes"}""", "timeout: \"2 minutes\" cannot be read; expected a number of seconds from 1 to 3600")]
    [InlineData("""{"trace": "perhaps"}""", "trace: \"perhaps\" cannot be read; expected true or false")]
    [InlineData("""{"default_timezone": "Asia/Shangai"}""", "config \"scheduler\": default_timezone: time zone \"Asia/Shangai\" does not exist (did you mean \"Asia/Shanghai\"?)")]
    [InlineData("""{"regions": {"a": "b"}}""", "regions: {\"a\":\"b\"} cannot be read; expected a list of texts")]
    public async Task What_cannot_be_read_fails_the_stack_and_changes_nothing(string properties, string reason)
    {
        await using var world = new ResourceWorld();
        var setup = world.Setup();

        Assert.False(await setup.CreateAsync(properties));

        Assert.StartsWith(reason, setup.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal(("", "DELETE_COMPLETE"), (world.Items(), setup.Status));
    }
}
