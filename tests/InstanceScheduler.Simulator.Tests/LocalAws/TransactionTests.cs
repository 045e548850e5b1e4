using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using InstanceScheduler.Simulator.LocalAws.Faults;
using CancellationReason = InstanceScheduler.Simulator.LocalAws.DynamoDb.CancellationReason;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class TransactionTests(Transport transport) : LocalAwsTest(transport)
{
    private const string Periods = "ConfigTable";
    private const string States = "StateTable";

    [Fact]
    public async Task All_actions_are_done_over_several_tables()
    {
        using var dynamo = WithTables("old", "counted", "checked");

        await WriteAsync(
            dynamo, Put("new"), Delete("old"), Update("counted"), Check("checked", "attribute_exists(#n)"), Put("state", table: States));

        Assert.Equal(["checked", "counted", "new"], Names(Periods));
        Assert.Equal(["state"], Names(States));
        Assert.Equal("1", Aws.Dynamo.Table(Periods).Items.Single(i => i["name"].Text == "counted")["count"].Number.ToString());
        Assert.Equal([Periods, States], Aws.Calls.Last().Resources);
        Assert.Equal(5, Aws.Calls.Last().ItemCount);
    }

    [Fact]
    public async Task One_condition_that_fails_undoes_all_and_is_named_by_its_place()
    {
        using var dynamo = WithTables("taken", "old");
        var taken = Put("taken", "attribute_not_exists(#n)");
        taken.Put.ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD;

        var cancelled = await Assert.ThrowsAsync<TransactionCanceledException>(
            () => WriteAsync(dynamo, Put("new"), taken, Delete("old", "attribute_not_exists(#n)"), Check("none", "attribute_exists(#n)")));

        Assert.Equal(
            ["None", "ConditionalCheckFailed", "ConditionalCheckFailed", "ConditionalCheckFailed"],
            cancelled.CancellationReasons.Select(r => r.Code));
        Assert.Equal("taken", cancelled.CancellationReasons[1].Item["name"].S);
        Assert.True(cancelled.CancellationReasons[2].Item is null or { Count: 0 });
        Assert.Equal("The conditional request failed", cancelled.CancellationReasons[1].Message);
        Assert.Contains("[None, ConditionalCheckFailed, ConditionalCheckFailed, ConditionalCheckFailed]", cancelled.Message, StringComparison.Ordinal);
        Assert.Equal(["old", "taken"], Names(Periods));
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "Member must have length less than or equal to 100")]
    public async Task A_transaction_has_a_hundred_actions_at_most(int count, string? refusal)
    {
        using var dynamo = WithTables();
        var actions = Enumerable.Range(0, count).Select(i => Put($"p{i:d3}")).ToArray();

        Assert.Equal(refusal is not null, await RefusedAsync(dynamo, refusal ?? "", actions));
        Assert.Equal(refusal is null ? count : 0, Names(Periods).Count());
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_before_anything_is_done()
    {
        using var dynamo = WithTables("a");
        var both = Put("b");
        both.Delete = Delete("c").Delete;
        var key = Update("a");
        key.Update.ExpressionAttributeNames["#c"] = "name";
        var large = Put("large");
        large.Put.Item["text"] = new AttributeValue(new string('x', 400 * 1024));

        Assert.True(await RefusedAsync(dynamo, "cannot include multiple operations on one item", Put("a"), Delete("a")));
        Assert.True(await RefusedAsync(dynamo, "can only contain one of Check, Put, Update or Delete", both));
        Assert.True(await RefusedAsync(dynamo, "Cannot update attribute name", Put("b"), key));
        Assert.True(await RefusedAsync(dynamo, "unused in expressions", Put("b"), Put("c", "attribute_not_exists(surplus)")));
        Assert.True(await RefusedAsync(dynamo, "[None, ValidationError]", Put("b"), large));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => WriteAsync(dynamo, Put("b"), Put("c", table: "NoTable")));
        Assert.Equal(["a"], Names(Periods));
    }

    [Fact]
    public async Task A_token_counts_once_for_ten_minutes()
    {
        using var dynamo = WithTables();
        await WriteAsync(dynamo, "token", Update("a"));
        await WriteAsync(dynamo, "token", Update("a"));
        Assert.Equal(1, Count("a"));

        await Assert.ThrowsAsync<IdempotentParameterMismatchException>(() => WriteAsync(dynamo, "token", Update("b")));
        await WriteAsync(dynamo, "other", Update("a"));
        Time.AdvanceBy(TimeSpan.FromMinutes(10));
        await WriteAsync(dynamo, "token", Update("a"));

        Assert.Equal(3, Count("a"));
        Assert.True(await RefusedAsync(dynamo, "'clientRequestToken' failed", new string('t', 37), Update("a")));
    }

    [Fact]
    public async Task A_transaction_that_was_cancelled_may_be_tried_again_under_its_token()
    {
        using var dynamo = WithTables("a");
        var fresh = Put("a", "attribute_not_exists(#n)");
        await Assert.ThrowsAsync<TransactionCanceledException>(() => WriteAsync(dynamo, "token", fresh));
        await WriteAsync(dynamo, Delete("a"));

        await WriteAsync(dynamo, "token", fresh);

        Assert.Equal(["a"], Names(Periods));
    }

    [Fact]
    public async Task A_conflict_can_be_scripted()
    {
        using var dynamo = WithTables();
        Aws.Faults.Add("dynamodb", "TransactWriteItems", LocalFault.Cancel(CancellationReason.None, CancellationReason.Conflict));

        var cancelled = await Assert.ThrowsAsync<TransactionCanceledException>(() => WriteAsync(dynamo, Put("a"), Put("b")));
        await WriteAsync(dynamo, Put("a"), Put("b"));

        Assert.Equal(["None", "TransactionConflict"], cancelled.CancellationReasons.Select(r => r.Code));
        Assert.Equal(["a", "b"], Names(Periods));
    }

    [Fact]
    public async Task Transactions_at_the_same_time_never_mix()
    {
        using var dynamo = WithTables("x");
        // Each writes both items or none; both tables, in either order.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => i % 2 == 0
            ? WriteAsync(dynamo, Update("x"), Update("y", States))
            : WriteAsync(dynamo, Update("y", States), Update("x")))));

        Assert.Equal((20, 20), (Count("x"), Count("y", States)));
    }

    private AmazonDynamoDBClient WithTables(params string[] names)
    {
        Aws.Dynamo.Create(States, "type", "name");
        var table = Aws.Dynamo.Create(Periods, "type", "name");
        foreach (var name in names)
        {
            table.Put(new DynamoItem(new() { ["type"] = DynamoValue.Of("period"), ["name"] = DynamoValue.Of(name) }));
        }

        return Dynamo();
    }

    private static Task<TransactWriteItemsResponse> WriteAsync(AmazonDynamoDBClient dynamo, params TransactWriteItem[] items) =>
        WriteAsync(dynamo, null, items);

    private static Task<TransactWriteItemsResponse> WriteAsync(
        AmazonDynamoDBClient dynamo, string? token, params TransactWriteItem[] items) =>
        dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. items], ClientRequestToken = token });

    private static Task<bool> RefusedAsync(AmazonDynamoDBClient dynamo, string text, params TransactWriteItem[] items) =>
        RefusedAsync(dynamo, text, null, items);

    private static async Task<bool> RefusedAsync(AmazonDynamoDBClient dynamo, string text, string? token, params TransactWriteItem[] items)
    {
        try
        {
            await WriteAsync(dynamo, token, items);
            return false;
        }
        catch (AmazonDynamoDBException refused)
        {
            Assert.Contains(text, refused.Message, StringComparison.Ordinal);
            return true;
        }
    }

    private IEnumerable<string> Names(string table) => Aws.Dynamo.Table(table).Items.Select(i => i["name"].Text).Order(StringComparer.Ordinal);

    private int Count(string name, string table = Periods) =>
        (int)Aws.Dynamo.Table(table).Items.Single(i => i["name"].Text == name)["count"].Number;

    private static Dictionary<string, AttributeValue> Key(string name) =>
        new() { ["type"] = new AttributeValue("period"), ["name"] = new AttributeValue(name) };

    private static Dictionary<string, string>? Named(string? condition) => condition is null ? null : new() { ["#n"] = "name" };

    private static TransactWriteItem Put(string name, string? condition = null, string table = Periods) => new()
    {
        Put = new Put
        {
            TableName = table,
            Item = Key(name),
            ConditionExpression = condition,
            ExpressionAttributeNames = Named(condition),
        },
    };

    private static TransactWriteItem Delete(string name, string? condition = null) => new()
    {
        Delete = new Delete
        {
            TableName = Periods,
            Key = Key(name),
            ConditionExpression = condition,
            ExpressionAttributeNames = Named(condition),
        },
    };

    private static TransactWriteItem Check(string name, string condition) => new()
    {
        ConditionCheck = new ConditionCheck
        {
            TableName = Periods,
            Key = Key(name),
            ConditionExpression = condition,
            ExpressionAttributeNames = Named(condition),
        },
    };

    private static TransactWriteItem Update(string name, string table = Periods) => new()
    {
        Update = new Update
        {
            TableName = table,
            Key = Key(name),
            UpdateExpression = "ADD #c :one",
            ExpressionAttributeNames = new() { ["#c"] = "count" },
            ExpressionAttributeValues = new() { [":one"] = new AttributeValue { N = "1" } },
        },
    };
}

public sealed class TransactionInProcessTests() : TransactionTests(Transport.InProcess);

public sealed class TransactionLoopbackTests() : TransactionTests(Transport.Loopback);
