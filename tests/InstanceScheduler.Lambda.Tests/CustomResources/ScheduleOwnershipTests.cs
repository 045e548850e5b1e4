using System.Text;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Lambda.Tests.CustomResources;

/// <summary>Whose an item is, and what follows from it.</summary>
public sealed class ScheduleOwnershipTests
{
    private const string Simple = """{"Periods": [{"WeekDays": "mon"}]}""";
    private const string Theirs = "arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/other/1";

    [Theory]
    [InlineData("", "schedule \"shop-Hours\" exists already, and no stack owns it; take another Name, or delete it first")]
    [InlineData(
        ",\"configured_in_stack\":{\"S\":\"" + Theirs + "\"}",
        "schedule \"shop-Hours\" exists already, and belongs to stack \"other\" (" + Theirs + "); take another Name, or delete it first")]
    [InlineData(
        ",\"configured_in_stack\":{\"S\":\"" + Theirs + "\"},\"configured_in_resource\":{\"S\":\"Hours\"}",
        "schedule \"shop-Hours\" exists already, and belongs to Hours of stack \"other\" (" + Theirs + "); take another Name, or delete it first")]
    public async Task A_name_that_is_taken_fails_the_create_and_survives_its_rollback(string owner, string reason)
    {
        await using var world = new ResourceWorld();
        world.Put($$$"""{"type":{"S":"schedule"},"name":{"S":"shop-Hours"},"override_status":{"S":"running"}{{{owner}}}}""");
        var before = world.Items();
        var hours = world.Schedule();

        Assert.False(await hours.CreateAsync(Simple));

        Assert.StartsWith(reason, hours.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal("DELETE_COMPLETE", hours.Status);
        Assert.Equal(before, world.Items());
    }

    [Fact]
    public async Task A_period_that_is_somebody_elses_stops_all_of_it()
    {
        await using var world = new ResourceWorld();
        world.Put("""{"type":{"S":"period"},"name":{"S":"shop-Hours-period-0001"},"weekdays":{"SS":["sun"]}}""");
        var hours = world.Schedule();

        Assert.False(await hours.CreateAsync(Simple));

        Assert.StartsWith("period \"shop-Hours-period-0001\" exists already, and no stack owns it", hours.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal("period shop-Hours-period-0001: weekdays=[sun]", world.Items());
    }

    [Fact]
    public async Task Two_resources_of_a_stack_cannot_have_one_name()
    {
        await using var world = new ResourceWorld();
        await world.Schedule("First").CreateAsync("""{"Name": "one", "Periods": [{"WeekDays": "mon"}]}""");
        var before = world.Items();
        var second = world.Schedule("Second");

        Assert.False(await second.CreateAsync("""{"Name": "one", "Periods": [{"WeekDays": "tue"}]}"""));

        Assert.Contains("belongs to First of stack \"shop\"", second.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal(("DELETE_COMPLETE", before), (second.Status, world.Items()));
    }

    [Fact]
    public async Task A_rename_to_a_name_that_is_taken_leaves_both_as_they_were()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync(Simple);
        world.Put("""{"type":{"S":"schedule"},"name":{"S":"shop-taken"},"override_status":{"S":"running"}}""");
        var before = world.Items();

        Assert.False(await hours.UpdateAsync("""{"Name": "taken", "OverrideStatus": "stopped"}"""));

        Assert.Equal(("shop-Hours", before), (hours.PhysicalId, world.Items()));
        Assert.Equal([("Create", true), ("Update", false), ("Update", true)], hours.Outcomes.Select(o => (o.RequestType, o.IsSuccess)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"configured_in_stack\":{\"S\":\"SHOP\"}", false)]
    [InlineData(",\"configured_in_stack\":{\"S\":\"SHOP\"},\"configured_in_resource\":{\"S\":\"Hours\"}", false)]
    [InlineData(",\"configured_in_stack\":{\"S\":\"SHOP\"},\"configured_in_resource\":{\"S\":\"Other\"}", true)]
    [InlineData(",\"configured_in_stack\":{\"S\":\"" + Theirs + "\"},\"configured_in_resource\":{\"S\":\"Hours\"}", true)]
    public async Task A_delete_takes_only_what_is_its_own_also_in_the_words_of_v1(string owner, bool stays)
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync(Simple);
        var shown = owner.Replace("SHOP", world.Shop.Id, StringComparison.Ordinal);
        world.Put($$$"""{"type":{"S":"schedule"},"name":{"S":"shop-Hours"},"periods":{"SS":["shop-Hours-period-0001"]}{{{shown}}}}""");
        world.Put($$$"""{"type":{"S":"period"},"name":{"S":"shop-Hours-period-0001"},"weekdays":{"SS":["mon"]}{{{shown}}}}""");

        Assert.True(await hours.DeleteAsync());

        Assert.Equal(stays ? 2 : 0, world.Items().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(stays, world.Log.Contains("\"ScheduleLeft\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_takes_over_what_v1_left_and_drops_its_periods_too()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync(Simple);
        var legacy = $$$""","configured_in_stack":{"S":"{{{world.Shop.Id}}}"}""";
        world.Put($$$"""{"type":{"S":"schedule"},"name":{"S":"shop-Hours"},"periods":{"SS":["shop-Hours-period-0001","shop-Hours-period-0002@m5.large"]}}""");
        world.Put($$$"""{"type":{"S":"period"},"name":{"S":"shop-Hours-period-0001"},"weekdays":{"SS":["mon"]}{{{legacy}}}}""");
        world.Put("""{"type":{"S":"period"},"name":{"S":"shop-Hours-period-0002"},"weekdays":{"SS":["tue"]}}""");
        world.Put($$$"""{"type":{"S":"period"},"name":{"S":"shop-Hours-period-0003"},"weekdays":{"SS":["wed"]}{{{legacy}}}}""");

        Assert.True(await hours.UpdateAsync("""{"Periods": [{"WeekDays": "sun"}]}"""));

        Assert.Equal(["shop-Hours-period-0001"], world.Names("period"));
        Assert.Equal("Hours", world.Item("schedule", "shop-Hours")["configured_in_resource"].Text);
        Assert.True(await hours.DeleteAsync());
        Assert.Equal("", world.Items());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rename_of_what_v1_made_can_be_rolled_back_and_leaves_nothing_behind(bool isRolledBack)
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync("""{"Periods": [{"WeekDays": "mon"}, {"WeekDays": "tue", "InstanceType": "m5.large"}]}""");
        var legacy = $$$""","configured_in_stack":{"S":"{{{world.Shop.Id}}}"}""";
        world.Put($$$"""{"type":{"S":"schedule"},"name":{"S":"shop-Hours"},"periods":{"SS":["shop-Hours-period-0001","shop-Hours-period-0002"]}{{{legacy}}}}""");
        world.Put($$$"""{"type":{"S":"period"},"name":{"S":"shop-Hours-period-0001"},"weekdays":{"SS":["mon"]}{{{legacy}}}}""");
        world.Put($$$"""{"type":{"S":"period"},"name":{"S":"shop-Hours-period-0002"},"weekdays":{"SS":["tue"]}{{{legacy}}}}""");

        await hours.UpdateAsync("""{"Name": "opening", "OverrideStatus": "running"}""", isRolledBack);

        Assert.All(hours.Outcomes, outcome => Assert.True(outcome.IsSuccess, outcome.Reason));
        Assert.Equal([isRolledBack ? "shop-Hours" : "shop-opening"], world.Names("schedule"));
        Assert.Equal(isRolledBack ? 2 : 0, world.Names("period").Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_duplicate_gets_the_same_answer_and_changes_nothing(int loops)
    {
        await using var world = new ResourceWorld(loops);
        var hours = world.Schedule();
        await hours.CreateAsync(Simple);
        var written = world.Aws.Calls.Count("dynamodb", "TransactWriteItems");
        world.Put($$$"""{"type":{"S":"period"},"name":{"S":"shop-Hours-period-0001"},"weekdays":{"SS":["sat"]},"configured_in_stack":{"S":"{{{world.Shop.Id}}}"}}""");
        var edited = world.Items();

        await Task.WhenAll(hours.RedeliverAsync(), hours.RedeliverAsync());

        Assert.Equal((edited, written), (world.Items(), world.Aws.Calls.Count("dynamodb", "TransactWriteItems")));
        var received = world.Aws.Responses.Received;
        Assert.Equal(3, received.Count);
        Assert.All(received, answer => Assert.Equal(received[0].Body.ToArray(), answer.Body.ToArray()));
    }

    [Fact]
    public async Task A_duplicate_that_runs_at_the_same_time_is_done_once()
    {
        await using var world = new ResourceWorld(loops: 2);
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = 0;
        world.Aws.Faults.BeforeCall = async call =>
        {
            if (call.Operation != "TransactWriteItems")
                return;
            if (Interlocked.Increment(ref arrived) == 2)
                both.SetResult();
            await both.Task;
        };
        var hours = world.Schedule();

        var creating = hours.CreateAsync(Simple);
        await hours.RedeliverAsync().WaitAsync(ResourceWorld.LongEnough);

        Assert.True(await creating.WaitAsync(ResourceWorld.LongEnough));
        var received = world.Aws.Responses.Received;
        Assert.Equal(2, received.Count);
        Assert.Equal(received[0].Body.ToArray(), received[1].Body.ToArray());
        Assert.Equal(["shop-Hours-period-0001"], world.Names("period"));
    }

    [Fact]
    public async Task A_duplicate_that_comes_after_the_next_request_changes_nothing_either()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync(Simple);
        var create = hours.LastRequest.GetRawText();
        await hours.UpdateAsync("""{"Periods": [{"WeekDays": "sun"}]}""");
        var updated = world.Items();

        await world.Aws.Functions.InvokeAsync(Stage.FunctionName, Encoding.UTF8.GetBytes(create), InvocationType.Event);
        await world.Aws.Functions.IdleAsync();

        Assert.Equal(updated, world.Items());
        Assert.Equal(world.Aws.Responses.Received[0].Body.ToArray(), world.Aws.Responses.Received[2].Body.ToArray());
    }

    [Fact]
    public async Task An_answer_of_DynamoDB_that_is_lost_does_no_harm()
    {
        await using var world = new ResourceWorld();
        world.Aws.Faults.Add("dynamodb", "TransactWriteItems", LocalFault.LoseAnswer);
        world.Aws.Faults.Add("dynamodb", "TransactWriteItems", LocalFault.Cancel(CancellationReason.None, CancellationReason.Conflict), times: 2);
        var hours = world.Schedule();

        Assert.True(await hours.CreateAsync(Simple));

        Assert.Equal(["shop-Hours"], world.Names("schedule"));
        Assert.Equal(4, world.Aws.Calls.Count("dynamodb", "TransactWriteItems"));
    }

    [Fact]
    public async Task A_rename_of_which_nobody_knows_how_far_it_came_is_undone_by_the_rollback()
    {
        await using var world = new ResourceWorld();
        var hours = world.Schedule();
        await hours.CreateAsync(Simple);
        var before = world.Items();
        // Carried out, and every further word about it lost, so that the update fails.
        world.Aws.Faults.Add("dynamodb", "TransactWriteItems", LocalFault.LoseAnswer);
        world.Aws.Faults.Add("dynamodb", "TransactWriteItems", LocalFault.Answer("AccessDeniedException", 400, "Not now."));

        Assert.False(await hours.UpdateAsync("""{"Name": "opening", "Periods": [{"WeekDays": "sun"}, {"WeekDays": "sat"}]}"""));

        Assert.Equal([("Create", true), ("Update", false), ("Update", true)], hours.Outcomes.Select(o => (o.RequestType, o.IsSuccess)));
        Assert.Equal(("shop-Hours", before), (hours.PhysicalId, world.Items()));
    }
}
