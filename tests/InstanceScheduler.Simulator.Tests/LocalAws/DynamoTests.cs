using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class DynamoTests(Transport transport) : LocalAwsTest(transport)
{
    private const string Table = "StateTable";

    [Fact]
    public async Task Every_type_comes_back_as_it_was_stored()
    {
        using var dynamo = await WithTable();
        var item = Item("ec2", "a");
        item["s"] = new AttributeValue("服务器 \"x\" 😀");
        item["n"] = new AttributeValue { N = "-12.50" };
        item["b"] = new AttributeValue { B = new MemoryStream([0, 255]) };
        item["bool"] = new AttributeValue { BOOL = false };
        item["null"] = new AttributeValue { NULL = true };
        item["ss"] = new AttributeValue { SS = ["b", "a"] };
        item["ns"] = new AttributeValue { NS = ["2", "10"] };
        item["l"] = new AttributeValue { L = [new AttributeValue("x"), new AttributeValue { N = "1" }], IsLSet = true };
        item["m"] = new AttributeValue { M = new() { ["k"] = new AttributeValue("v") }, IsMSet = true };

        await dynamo.PutItemAsync(new PutItemRequest(Table, item));
        var read = (await dynamo.GetItemAsync(new GetItemRequest(Table, Item("ec2", "a")) { ConsistentRead = true })).Item;

        Assert.Equal("服务器 \"x\" 😀", read["s"].S);
        Assert.Equal("-12.5", read["n"].N);
        Assert.Equal([0, 255], read["b"].B.ToArray());
        Assert.False(read["bool"].BOOL);
        Assert.True(read["null"].NULL);
        Assert.Equal(["a", "b"], read["ss"].SS);
        Assert.Equal(["2", "10"], read["ns"].NS);
        Assert.Equal("1", read["l"].L[1].N);
        Assert.Equal("v", read["m"].M["k"].S);
    }

    [Fact]
    public async Task A_missing_item_and_a_missing_table_differ()
    {
        using var dynamo = await WithTable();

        var missing = await dynamo.GetItemAsync(new GetItemRequest(Table, Item("ec2", "none")));
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => dynamo.GetItemAsync(new GetItemRequest("Other", Item("ec2", "a"))));

        Assert.False(missing.IsItemSet);
        Assert.Equal("Requested resource not found", error.Message);
    }

    [Fact]
    public async Task Tables_are_created_described_listed_and_deleted()
    {
        using var dynamo = await WithTable();
        await dynamo.PutItemAsync(new PutItemRequest(Table, Item("ec2", "a")));

        var table = (await dynamo.DescribeTableAsync(Table)).Table;
        Assert.Equal((TableStatus.ACTIVE, 1L), (table.TableStatus, table.ItemCount));
        Assert.Equal("arn:aws-cn:dynamodb:cn-north-1:123456789012:table/StateTable", table.TableArn);
        Assert.Equal("service:HASH account-region:RANGE", string.Join(' ', table.KeySchema.Select(k => $"{k.AttributeName}:{k.KeyType}")));
        Assert.Equal([Table], (await dynamo.ListTablesAsync()).TableNames);
        await dynamo.DeleteTableAsync(Table);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => dynamo.DescribeTableAsync(Table));
    }

    [Fact]
    public async Task Of_two_writers_under_the_same_condition_the_second_loses()
    {
        using var dynamo = await WithTable();
        var request = new PutItemRequest(Table, Stamped("1"))
        {
            ConditionExpression = "attribute_not_exists(#t) OR #t = :read",
            ExpressionAttributeNames = new() { ["#t"] = "timestamp" },
            ExpressionAttributeValues = new() { [":read"] = new AttributeValue { N = "0" } },
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };

        await dynamo.PutItemAsync(request);
        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => dynamo.PutItemAsync(request));

        Assert.Equal("The conditional request failed", error.Message);
        Assert.Equal("1", error.Item["timestamp"].N);
    }

    [Fact]
    public async Task Many_writers_that_read_and_retry_lose_nothing()
    {
        using var dynamo = await WithTable();
        await dynamo.PutItemAsync(new PutItemRequest(Table, Stamped("0")));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CountUp(dynamo))));

        Assert.Equal(8, Aws.Dynamo.Table(Table).Items.Single()["timestamp"].Number);
    }

    [Theory]
    // Texts are in the order of their UTF-8 bytes: capitals first, and what UTF-16 needs two units for comes last.
    [InlineData("", "", "A B a b é ｱ 😀")]
    [InlineData("AND #r = :a", "B", "B")]
    [InlineData("AND #r < :a", "a", "A B")]
    [InlineData("AND #r <= :a", "a", "A B a")]
    [InlineData("AND #r > :a", "é", "ｱ 😀")]
    [InlineData("AND #r >= :a", "é", "é ｱ 😀")]
    [InlineData("AND #r BETWEEN :a AND :b", "B|b", "B a b")]
    [InlineData("AND begins_with(#r, :a)", "😀", "😀")]
    public async Task A_query_finds(string range, string values, string expected)
    {
        using var dynamo = await WithTable();
        foreach (var key in new[] { "😀", "b", "é", "A", "ｱ", "a", "B" })
        {
            await dynamo.PutItemAsync(new PutItemRequest(Table, Item("ec2", key)));
            await dynamo.PutItemAsync(new PutItemRequest(Table, Item("rds", key)));
        }

        var request = QueryFor("ec2", range);
        foreach (var (value, i) in values.Split('|', StringSplitOptions.RemoveEmptyEntries).Select((v, i) => (v, i)))
        {
            request.ExpressionAttributeValues[i == 0 ? ":a" : ":b"] = new AttributeValue(value);
        }

        Assert.Equal(expected, Ranges((await dynamo.QueryAsync(request)).Items));
        request.ScanIndexForward = false;
        Assert.Equal(string.Join(' ', expected.Split(' ').Reverse()), Ranges((await dynamo.QueryAsync(request)).Items));
    }

    [Fact]
    public async Task Numbers_as_range_keys_are_in_numeric_order()
    {
        using var dynamo = Dynamo();
        await dynamo.CreateTableAsync(Schema("Numbers", ScalarAttributeType.N));
        foreach (var n in new[] { "10", "9", "-1", "1e2", "9.5" })
        {
            await dynamo.PutItemAsync(
                new PutItemRequest("Numbers", new() { ["service"] = new("x"), ["account-region"] = new AttributeValue { N = n } }));
        }

        var request = QueryFor("x", "");
        request.TableName = "Numbers";

        Assert.Equal("-1 9 9.5 10 100", string.Join(' ', (await dynamo.QueryAsync(request)).Items.Select(i => i["account-region"].N)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Pages_of_a_query_and_a_scan_hold_every_item_once(int limit)
    {
        using var dynamo = await WithTable();
        foreach (var i in Enumerable.Range(0, 20))
        {
            await dynamo.PutItemAsync(new PutItemRequest(Table, Item(i % 2 == 0 ? "ec2" : "rds", $"k{i:d2}")));
        }

        var query = QueryFor("ec2", "");
        query.Limit = limit;
        var queried = new List<string>();
        do
        {
            var page = await dynamo.QueryAsync(query);
            queried.AddRange(page.Items.Select(i => i["account-region"].S));
            query.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (query.ExclusiveStartKey is { Count: > 0 });

        var scan = new ScanRequest(Table) { Limit = limit };
        var scanned = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            var page = await dynamo.ScanAsync(scan);
            Assert.All(page.Items, i => Assert.True(scanned.Add(i["account-region"].S)));
            scan.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (scan.ExclusiveStartKey is { Count: > 0 });

        Assert.Equal(10, queried.Count);
        Assert.Equal(queried.Order(StringComparer.Ordinal), queried);
        Assert.Equal(20, scanned.Count);
    }

    [Fact]
    public async Task A_page_ends_at_a_megabyte_before_the_filter()
    {
        using var dynamo = await WithTable();
        foreach (var i in Enumerable.Range(0, 5))
        {
            var item = Item("ec2", $"k{i}");
            item["fill"] = new AttributeValue(new string('x', 300_000));
            await dynamo.PutItemAsync(new PutItemRequest(Table, item));
        }

        var query = QueryFor("ec2", "");
        query.FilterExpression = "attribute_not_exists(fill)";
        var page = await dynamo.QueryAsync(query);

        // Three of 300,000 bytes are less than 1,048,576, and four are more.
        Assert.Equal((0, 3), (page.Count, page.ScannedCount));
        Assert.Equal("k2", page.LastEvaluatedKey["account-region"].S);
    }

    [Theory]
    // The item: {timestamp: 9, wish: "stopped", tags: {a: [1, "x"]}, ids: SS(i-1, i-2)}; #t is timestamp.
    [InlineData("#t = :n", "N:9.0", true)]
    [InlineData("#t < :n", "N:10", true)] // as numbers, not as texts
    [InlineData("#t <> :n", "N:9", false)]
    [InlineData("absent <> :n", "N:9", true)]
    [InlineData("absent = :n", "N:9", false)]
    [InlineData("#t = :n", "S:9", false)]
    [InlineData("wish BETWEEN :n AND :n", "S:stopped", true)]
    [InlineData("wish IN (:n, :n)", "S:stopped", true)]
    [InlineData("NOT wish IN (:n)", "S:stopped", false)]
    [InlineData("begins_with(wish, :n)", "S:stop", true)]
    [InlineData("contains(wish, :n)", "S:topp", true)]
    [InlineData("contains(ids, :n)", "S:i-2", true)]
    [InlineData("contains(ids, :n)", "S:i-", false)]
    [InlineData("size(ids) = :n", "N:2", true)]
    [InlineData("size(wish) > :n", "N:7", false)]
    [InlineData("attribute_exists(tags.a[1]) AND tags.a[1] = :n", "S:x", true)]
    [InlineData("attribute_exists(tags.b) OR tags.a[7] = :n", "S:x", false)]
    [InlineData("attribute_type(wish, :n)", "S:S", true)]
    [InlineData("wish = :n OR attribute_exists(ids) AND attribute_exists(absent)", "S:x", false)] // AND binds tighter
    [InlineData("(wish = :n OR attribute_exists(ids)) AND NOT attribute_exists(absent)", "S:x", true)]
    public async Task A_condition_holds(string expression, string value, bool expected)
    {
        using var dynamo = await WithTable();
        Aws.Dynamo.Table(Table).PutRaw(JsonElement.Parse("""
            {"service":{"S":"ec2"},"account-region":{"S":"a"},"timestamp":{"N":"9"},"wish":{"S":"stopped"},
             "tags":{"M":{"a":{"L":[{"N":"1"},{"S":"x"}]}}},"ids":{"SS":["i-1","i-2"]}}
            """));
        var request = new ScanRequest(Table)
        {
            FilterExpression = expression,
            ExpressionAttributeNames = expression.Contains("#t", StringComparison.Ordinal) ? new() { ["#t"] = "timestamp" } : null,
            ExpressionAttributeValues = new() { [":n"] = Typed(value) },
        };

        Assert.Equal(expected ? 1 : 0, (await dynamo.ScanAsync(request)).Count);
    }

    [Theory]
    [InlineData("timestamp = :n", "Invalid FilterExpression: Attribute name is a reserved keyword; reserved keyword: timestamp")]
    [InlineData(
        "#u = :n", "Invalid FilterExpression: An expression attribute name used in the document path is not defined; attribute name: #u")]
    [InlineData("a = :m", "Invalid FilterExpression: An expression attribute value used in expression is not defined; attribute value: :m")]
    [InlineData("attribute_exists(a)", "Value provided in ExpressionAttributeValues unused in expressions: keys: {:n}")]
    [InlineData("a = :n AND", "Invalid FilterExpression: Syntax error; token: \"<EOF>\"")]
    [InlineData("a == :n", "Invalid FilterExpression: Syntax error; token: \"=\"")]
    [InlineData("starts(a, :n)", "Invalid FilterExpression: Invalid function name; function: starts")]
    public async Task A_bad_expression_is_explained(string expression, string expected)
    {
        using var dynamo = await WithTable();

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => dynamo.ScanAsync(
            new ScanRequest(Table) { FilterExpression = expression, ExpressionAttributeValues = new() { [":n"] = new("x") } }));

        Assert.Equal(("ValidationException", expected), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_refused()
    {
        using var dynamo = await WithTable();
        var large = Item("ec2", "a");
        large["fill"] = new AttributeValue(new string('x', DynamoTable.LargestItem));

        var half = new Dictionary<string, AttributeValue> { ["service"] = new("x") };

        await AssertRefused("Item size has exceeded the maximum allowed size", () => dynamo.PutItemAsync(new PutItemRequest(Table, large)));
        await AssertRefused("empty string value. Key: service", () => dynamo.PutItemAsync(new PutItemRequest(Table, Item("", "a"))));
        await AssertRefused("Missing the key account-region", () => dynamo.PutItemAsync(new PutItemRequest(Table, half)));
        await AssertRefused("key element does not match the schema", () => dynamo.GetItemAsync(new GetItemRequest(Table, half)));
        Assert.Empty(Aws.Dynamo.Table(Table).Items);
    }

    [Fact]
    public async Task An_update_sets_counts_adds_and_removes()
    {
        using var dynamo = await WithTable();
        var item = Stamped("5");
        item["ids"] = new AttributeValue { SS = ["a", "b"] };
        item["gone"] = new AttributeValue("x");
        await dynamo.PutItemAsync(new PutItemRequest(Table, item));

        var response = await dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = Table,
            Key = Item("ec2", "a"),
            UpdateExpression = "SET #t = #t + :one, fresh = if_not_exists(fresh, :text) REMOVE gone ADD ids :c, hits :one DELETE ids :b",
            ExpressionAttributeNames = new() { ["#t"] = "timestamp" },
            ExpressionAttributeValues = new()
            {
                [":one"] = new AttributeValue { N = "1" },
                [":text"] = new AttributeValue("new"),
                [":c"] = new AttributeValue { SS = ["c"] },
                [":b"] = new AttributeValue { SS = ["b"] },
            },
            ReturnValues = ReturnValue.ALL_NEW,
        });

        Assert.Equal("6", response.Attributes["timestamp"].N);
        Assert.Equal("new", response.Attributes["fresh"].S);
        Assert.Equal("1", response.Attributes["hits"].N);
        Assert.DoesNotContain("gone", response.Attributes.Keys);
    }

    [Fact]
    public async Task A_projection_shows_what_was_asked_for()
    {
        using var dynamo = await WithTable();
        await dynamo.PutItemAsync(new PutItemRequest(Table, Stamped("5")));

        var response = await dynamo.ScanAsync(new ScanRequest(Table)
        {
            ProjectionExpression = "service, #t, absent",
            ExpressionAttributeNames = new() { ["#t"] = "timestamp" },
        });

        Assert.Equal("service timestamp", string.Join(' ', response.Items.Single().Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_batch_puts_and_deletes()
    {
        using var dynamo = await WithTable();
        await dynamo.PutItemAsync(new PutItemRequest(Table, Item("ec2", "old")));

        var response = await dynamo.BatchWriteItemAsync(
            new BatchWriteItemRequest(new Dictionary<string, List<WriteRequest>>(StringComparer.Ordinal)
            {
                [Table] = [new(new PutRequest(Item("ec2", "new"))), new(new DeleteRequest(Item("ec2", "old")))],
            }));

        Assert.Empty(response.UnprocessedItems ?? []);
        Assert.Equal("new", Aws.Dynamo.Table(Table).Items.Single()["account-region"].Text);
    }

    private static AttributeValue Typed(string value) =>
        value[0] == 'N' ? new AttributeValue { N = value[2..] } : new AttributeValue(value[2..]);

    private static async Task CountUp(AmazonDynamoDBClient dynamo)
    {
        while (true)
        {
            var read = (await dynamo.GetItemAsync(new GetItemRequest(Table, Item("ec2", "a")))).Item["timestamp"].N;
            var next = (int.Parse(read, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
            try
            {
                await dynamo.PutItemAsync(new PutItemRequest(Table, Stamped(next))
                {
                    ConditionExpression = "#t = :read",
                    ExpressionAttributeNames = new() { ["#t"] = "timestamp" },
                    ExpressionAttributeValues = new() { [":read"] = new AttributeValue { N = read } },
                });
                return;
            }
            catch (ConditionalCheckFailedException)
            {
                // Somebody else was first.
            }
        }
    }

    private static Dictionary<string, AttributeValue> Item(string service, string range) =>
        new(StringComparer.Ordinal) { ["service"] = new(service), ["account-region"] = new(range) };

    private static Dictionary<string, AttributeValue> Stamped(string timestamp) =>
        new(Item("ec2", "a"), StringComparer.Ordinal) { ["timestamp"] = new AttributeValue { N = timestamp } };

    private static QueryRequest QueryFor(string service, string range)
    {
        var request = new QueryRequest(Table)
        {
            KeyConditionExpression = "service = :s " + range,
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":s"] = new(service) },
        };
        if (range.Length > 0)
        {
            request.ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#r"] = "account-region" };
        }

        return request;
    }

    private static string Ranges(List<Dictionary<string, AttributeValue>> items) =>
        string.Join(' ', items.Select(i => i["account-region"].S));

    private static async Task AssertRefused(string expected, Func<Task> call) =>
        Assert.Contains(expected, (await Assert.ThrowsAsync<AmazonDynamoDBException>(call)).Message, StringComparison.Ordinal);

    private static CreateTableRequest Schema(string name, ScalarAttributeType rangeType) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [new("service", ScalarAttributeType.S), new("account-region", rangeType)],
        KeySchema = [new("service", KeyType.HASH), new("account-region", KeyType.RANGE)],
    };

    private async Task<AmazonDynamoDBClient> WithTable()
    {
        var dynamo = Dynamo();
        await dynamo.CreateTableAsync(Schema(Table, ScalarAttributeType.S));
        return dynamo;
    }
}

public sealed class DynamoInProcessTests() : DynamoTests(Transport.InProcess);

public sealed class DynamoLoopbackTests() : DynamoTests(Transport.Loopback);
