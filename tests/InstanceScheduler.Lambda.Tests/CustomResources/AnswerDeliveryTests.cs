using System.Text;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Lambda.Tests.CustomResources;

/// <summary>CloudFormation is answered in every case, in time, and at the address that it gave.</summary>
public sealed class AnswerDeliveryTests
{
    private const string Simple = """{"OverrideStatus": "stopped"}""";

    public static TheoryData<string, int> Outages => new()
    {
        { "503 503", 3 },
        { "500", 2 },
        { "break break", 3 },
        { "503 break 502 504", 5 },
    };

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task An_endpoint_that_is_down_for_a_while_gets_the_same_answer_until_it_takes_it(string outage, int tries)
    {
        await using var world = new ResourceWorld();
        world.Aws.Responses.Script([.. outage.Split(' ').Select(word => word == "break" ? ScriptedAnswer.Break : ScriptedAnswer.Of(int.Parse(word)))]);

        Assert.True(await world.Schedule().CreateAsync(Simple));

        var received = world.Aws.Responses.Received;
        Assert.Equal(tries, received.Count);
        Assert.All(received, sent => Assert.Equal(received[0] with { Time = sent.Time, Status = sent.Status, Body = sent.Body, Headers = sent.Headers }, sent));
        Assert.All(received, sent => Assert.Equal(received[0].Body.ToArray(), sent.Body.ToArray()));
        // Waits grow: one second, two, three, four.
        Assert.Equal(tries * (tries - 1) / 2, (received[^1].Time - received[0].Time).TotalSeconds);
        Assert.Equal(1, world.Aws.Calls.Count("dynamodb", "TransactWriteItems"));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(400)]
    [InlineData(404)]
    public async Task An_endpoint_that_refuses_is_asked_once(int status)
    {
        await using var world = new ResourceWorld();
        world.Aws.Responses.Script(ScriptedAnswer.Of(status));
        var hours = world.Schedule();

        await hours.CreateAsync(Simple);

        Assert.Contains("CloudFormation did not receive a response", hours.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal(["PUT", "PUT"], world.Aws.Responses.Received.Select(sent => sent.Method));
        Assert.Equal("true", Encoding.UTF8.GetString(world.Aws.Functions.Outcomes[^1].Result.Response.Span));
        Assert.Equal("false", Encoding.UTF8.GetString(world.Aws.Functions.Outcomes[0].Result.Response.Span));
        Assert.Contains("\"ResourceAnswerLost\"", world.Log, StringComparison.Ordinal);
        // The Delete comes with an id that CloudFormation made up.
        Assert.Equal((2, ""), (hours.Outcomes.Count, world.Items()));
    }

    [Theory]
    [InlineData("Description")]
    [InlineData("Timeout")]
    [InlineData("Half\\ud800")]
    public async Task A_property_that_is_no_text_fails_the_stack_at_once(string property)
    {
        await using var world = new ResourceWorld();
        var address = world.Aws.Responses.AddressFor(world.Shop.Id, "Hours", "r-1");
        foreach (var type in new[] { "Create", "Delete" })
        {
            var request = $$$"""{"RequestType":"{{{type}}}","RequestId":"r-1","StackId":"{{{world.Shop.Id}}}","LogicalResourceId":"Hours","PhysicalResourceId":"Hours-r-1","ResourceType":"Custom::ServiceInstanceSchedule","ResponseURL":"{{{address}}}","ResourceProperties":{"OverrideStatus":"stopped","{{{property}}}":"\ud800"}}""";
            await world.Aws.Functions.InvokeAsync(Stage.FunctionName, Encoding.UTF8.GetBytes(request), InvocationType.Event);
            await world.Aws.Functions.IdleAsync().WaitAsync(ResourceWorld.LongEnough);
        }

        Assert.Equal(["FAILED", "SUCCESS"], world.Aws.Responses.Received.Select(sent => JsonElement.Parse(sent.Body.Span).GetProperty("Status").GetString()));
        Assert.Equal("", world.Items());
    }

    // CloudFormation rejects an answer without an id, and waits an hour.
    [Theory]
    [InlineData("Custom::ServiceInstanceSchedule")]
    [InlineData("Custom::ServiceSetup")]
    [InlineData("Custom::Other")]
    public async Task A_deletion_of_what_has_neither_name_nor_id_is_answered_with_some_id(string type)
    {
        await using var world = new ResourceWorld();
        var address = world.Aws.Responses.AddressFor(world.Shop.Id, "Hours", "r-1");
        var request = $$$"""{"RequestType":"Delete","RequestId":"r-1","StackId":"{{{world.Shop.Id}}}","LogicalResourceId":7,"ResourceType":"{{{type}}}","ResponseURL":"{{{address}}}"}""";

        var answer = await AnswerToAsync(world, request);
        Assert.Equal("SUCCESS", answer.GetProperty("Status").GetString());
        Assert.NotEqual("", answer.GetProperty("PhysicalResourceId").GetString());
    }

    [Theory]
    [InlineData("null", "{\"OverrideStatus\":\"stopped\",\"NoStackPrefix\":\"true\"}")]
    [InlineData("\"\"", "{\"OverrideStatus\":\"stopped\",\"NoStackPrefix\":\"true\"}")]
    public async Task A_schedule_without_a_name_is_refused_and_the_answer_has_some_id(string logicalId, string properties)
    {
        await using var world = new ResourceWorld();
        var address = world.Aws.Responses.AddressFor(world.Shop.Id, "Hours", "r-1");
        var request = $$$"""{"RequestType":"Create","RequestId":"r-1","StackId":"{{{world.Shop.Id}}}","LogicalResourceId":{{{logicalId}}},"ResourceType":"Custom::ServiceInstanceSchedule","ResponseURL":"{{{address}}}","ResourceProperties":{{{properties}}}}""";

        var answer = await AnswerToAsync(world, request);
        Assert.StartsWith("Name: the schedule has none; give it one", answer.GetProperty("Reason").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("", answer.GetProperty("PhysicalResourceId").GetString());
        Assert.Empty(world.Items());
    }

    [Fact]
    public async Task An_endpoint_that_hangs_is_given_up_after_five_seconds_and_tried_again()
    {
        await using var world = new ResourceWorld();
        world.Aws.Responses.Script(ScriptedAnswer.Hang);
        var creating = world.Schedule().CreateAsync(Simple);
        await UntilAsync(() => world.Aws.Responses.Received.Count == 1);

        world.RealClock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(await creating.WaitAsync(ResourceWorld.LongEnough));
        Assert.Equal([null, 200], world.Aws.Responses.Received.Select(sent => sent.Status));
    }

    // The invocation has five minutes, of which fifteen seconds are for the answer.
    [Theory]
    [InlineData("", 285)]
    [InlineData(""", "Timeout": "100" """, 100)]
    [InlineData(""", "Timeout": "3000" """, 285)]
    public async Task Work_that_hangs_is_answered_before_the_time_is_over(string timeout, int seconds)
    {
        await using var world = new ResourceWorld();
        var (reached, never) = Hang(world, "TransactWriteItems");
        var hours = world.Schedule();
        var creating = hours.CreateAsync($$"""{"OverrideStatus": "stopped"{{timeout}}}""");
        await reached.WaitAsync(ResourceWorld.LongEnough);
        // What the platform says is left is less than the whole by what this machine took so far.
        var before = TimeSpan.FromSeconds(60);
        world.RealClock.Advance(TimeSpan.FromSeconds(seconds) - before);
        Assert.Empty(world.Aws.Responses.Received);

        world.RealClock.Advance(before);
        await UntilAsync(() => world.Aws.Responses.Received.Count > 0);

        world.Aws.Faults.BeforeCall = null;
        never.SetException(new IOException("Gone."));
        Assert.False(await creating.WaitAsync(ResourceWorld.LongEnough));
        Assert.StartsWith("it was not done within", hours.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal(("shop-Hours", "DELETE_COMPLETE"), (hours.Outcomes[0].PhysicalId, hours.Status));
        Assert.Equal("", world.Items());
    }

    [Fact]
    public async Task A_reason_of_any_length_is_delivered()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();

        await hours.CreateAsync(JsonSerializer.Serialize(new { Periods = Enumerable.Range(0, 60).Select(i => new { WeekDays = $"没有这样的日子-{i}-\"😀" }) }));

        var sent = world.Aws.Responses.Received[0];
        Assert.InRange(sent.Body.Length, 4090, 4096);
        Assert.StartsWith("period \"shop-Hours-period-0001\": weekdays: \"没有这样的日子-0-\"😀\" cannot be read", hours.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.EndsWith("…", hours.Outcomes[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dynamodb", "TransactWriteItems", "TransactWriteItems failed with AccessDeniedException: No. (allow it for the scheduler's role)")]
    [InlineData("dynamodb", "GetItem", "GetItem failed with AccessDeniedException: No. (allow it for the scheduler's role)")]
    public async Task A_call_that_is_denied_is_told_to_the_person_at_the_stack(string service, string operation, string reason)
    {
        await using var world = new ResourceWorld();
        world.Stage.PutSetting("LOG_GROUP", "scheduler-logs");
        world.Aws.Faults.Add(service, operation, LocalFault.Answer("AccessDeniedException", 400, "No."));
        var hours = world.Schedule();

        Assert.False(await hours.CreateAsync(Simple));

        Assert.Equal(reason + " (log group scheduler-logs)", hours.Outcomes[0].Reason);
        Assert.Equal(("shop-Hours", "DELETE_COMPLETE"), (hours.Outcomes[0].PhysicalId, hours.Status));
    }

    [Fact]
    public async Task Throttling_that_outlives_the_time_is_told_without_a_promise()
    {
        await using var world = new ResourceWorld();
        world.Aws.Faults.Add("dynamodb", "TransactWriteItems", LocalFault.Answer("ThrottlingException", 400, "Slow down."), times: 1000);
        var hours = world.Schedule();

        Assert.False(await hours.CreateAsync("""{"OverrideStatus": "stopped", "Timeout": "60"}"""));

        Assert.Equal("TransactWriteItems failed with ThrottlingException: Slow down. (log group InstanceScheduler-logs)", hours.Outcomes[0].Reason);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_told_to_the_person_at_the_stack()
    {
        await using var world = new ResourceWorld();
        world.Aws.Faults.Add("ssm", "GetParametersByPath", LocalFault.Answer("AccessDeniedException", 400, "No."));
        var hours = world.Schedule();

        Assert.False(await hours.CreateAsync(Simple));

        Assert.StartsWith("the settings could not be read: ", hours.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal("DELETE_COMPLETE", hours.Status);
    }

    [Fact]
    public async Task Without_any_settings_a_schedule_fails_and_a_setup_can_still_be_deleted()
    {
        await using var world = new ResourceWorld();
        world.Stage.RemoveSettings();
        var (hours, setup) = (world.Schedule(), world.Setup());

        Assert.False(await hours.CreateAsync(Simple));
        Assert.False(await setup.CreateAsync("{}"));

        Assert.StartsWith("there are no settings in Parameter Store", hours.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.StartsWith("there are no settings in Parameter Store", setup.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal("DELETE_COMPLETE", setup.Status);
    }

    [Fact]
    public async Task A_type_that_is_not_known_does_not_wait_an_hour()
    {
        await using var world = new ResourceWorld();
        var misspelt = new CustomResource(world.Aws, world.Shop, Stage.FunctionName, "Hours", "Custom::ServiceInstanceShedule");

        Assert.False(await misspelt.CreateAsync(Simple));

        Assert.StartsWith(
            "resource type \"Custom::ServiceInstanceShedule\" is not known; known are Custom::ServiceInstanceSchedule, Custom::ServiceSetup",
            misspelt.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal("DELETE_COMPLETE", misspelt.Status);
    }

    [Theory]
    [InlineData("""{"StackId":"s","ResourceType":"Custom::ServiceInstanceSchedule"}""")]
    [InlineData("""{"StackId":"s","ResourceType":"Custom::ServiceInstanceSchedule","ResponseURL":"no address","RequestType":"Create"}""")]
    [InlineData("""{"StackId":"s","ResourceType":"Custom::ServiceInstanceSchedule","ResponseURL":7,"RequestType":{},"ResourceProperties":[1]}""")]
    public async Task A_request_that_cannot_be_answered_is_reported(string request)
    {
        await using var world = new ResourceWorld();

        await world.Aws.Functions.InvokeAsync(Stage.FunctionName, Encoding.UTF8.GetBytes(request), InvocationType.Event);
        await world.Aws.Functions.IdleAsync().WaitAsync(ResourceWorld.LongEnough);

        Assert.Equal("false", Encoding.UTF8.GetString(world.Aws.Functions.Outcomes.Single().Result.Response.Span));
        Assert.Contains("\"ResourceAnswerLost\"", world.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signature_of_the_address_is_in_no_line_of_the_log()
    {
        await using var world = new ResourceWorld();
        world.Aws.Responses.Script(ScriptedAnswer.Of(503), ScriptedAnswer.Break, ScriptedAnswer.Of(403));
        world.Aws.Faults.Add("dynamodb", "TransactWriteItems", LocalFault.Answer("ValidationException", 400, "No."));
        await world.Schedule().CreateAsync(Simple);
        await world.Schedule("Other").CreateAsync("""{"Unknown": "x"}""");
        await new CustomResource(world.Aws, world.Shop, Stage.FunctionName, "Odd", "Custom::Odd").CreateAsync(Simple);

        Assert.NotEqual("", world.Log);
        Assert.DoesNotContain("X-Amz", world.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("%7C", world.Log, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> AnswerToAsync(ResourceWorld world, string request)
    {
        await world.Aws.Functions.InvokeAsync(Stage.FunctionName, Encoding.UTF8.GetBytes(request), InvocationType.Event);
        await world.Aws.Functions.IdleAsync().WaitAsync(ResourceWorld.LongEnough);
        return JsonElement.Parse(Assert.Single(world.Aws.Responses.Received).Body.Span);
    }

    private static (Task Reached, TaskCompletionSource Never) Hang(ResourceWorld world, string operation)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource();
        world.Aws.Faults.BeforeCall = async call =>
        {
            if (call.Operation == operation)
            {
                reached.TrySetResult();
                await never.Task;
            }
        };
        return (reached.Task, never);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var end = TimeProvider.System.GetTimestamp(); !holds();)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(end) < ResourceWorld.LongEnough, "It never came.");
            await Task.Yield();
        }
    }
}
