using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>Query and Scan, page by page. Limits count what was looked at, before the filter.</summary>
internal sealed class ItemListings(DynamoTables tables)
{
    private const int LargestPage = 1024 * 1024;

    public int Query(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var request = Request(scope, input);
        var schema = request.Table.Schema;
        var condition = request.Condition("KeyConditionExpression")
            ?? throw DynamoErrors.Validation(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        var key = KeyCondition.Of(condition, schema);
        var items = request.Table.Partition(key.Hash).Where(item => key.Range?.Holds(item) ?? true);
        var backward = input.Member("ScanIndexForward") is { ValueKind: JsonValueKind.False };
        return Write(request, input, backward ? items.Reverse() : items, backward ? -1 : 1, output);
    }

    public int Scan(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var request = Request(scope, input);
        return Write(request, input, request.Table.Items, 1, output);
    }

    private TableRequest Request(CallScope scope, JsonElement input)
    {
        if (input.Member("IndexName") is not null || input.Member("TotalSegments") is not null)
        {
            throw DynamoErrors.NotSimulated("indexes and parallel scans");
        }

        return new TableRequest(tables, scope, input);
    }

    private static int Write(TableRequest request, JsonElement input, IEnumerable<DynamoItem> items, int direction, Utf8JsonWriter output)
    {
        var (table, filter, show) = (request.Table, request.Condition("FilterExpression"), request.Projection());
        request.EnsurePlaceholdersUsed();
        var limit = input.Number("Limit") ?? int.MaxValue;
        if (limit < 1)
        {
            throw DynamoErrors.Validation(
                $"1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: " +
                "Member must have value greater than or equal to 1");
        }

        if (input.Member("ExclusiveStartKey") is { } start)
        {
            var after = table.Schema.Exactly(DynamoJson.ReadItem(start));
            items = items.Where(item => direction * table.CompareKeys(item, after) > 0);
        }

        var (looked, last) = Page(items, limit);
        var passed = looked.Where(item => filter?.Holds(item) ?? true).ToArray();
        if (input.Text("Select") != "COUNT")
        {
            output.WriteStartArray("Items");
            foreach (var item in passed)
            {
                DynamoJson.WriteItem(output, show(item));
            }

            output.WriteEndArray();
        }

        output.WriteNumber("Count", passed.Length);
        output.WriteNumber("ScannedCount", looked.Count);
        if (last is not null)
        {
            output.WritePropertyName("LastEvaluatedKey");
            DynamoJson.WriteItem(output, table.Schema.Of(last));
        }

        return passed.Length;
    }

    /// <summary>The items that fit, and the last of them if there may be more.</summary>
    /// <remarks>DynamoDB does not look beyond a limit it has reached: the next page may be empty.</remarks>
    private static (List<DynamoItem> Items, DynamoItem? Last) Page(IEnumerable<DynamoItem> items, int limit)
    {
        var page = new List<DynamoItem>();
        var size = 0;
        foreach (var item in items)
        {
            // A page fits within its megabyte: the item that would not begins the next one.
            if (size + item.Size > LargestPage)
            {
                return (page, page[^1]);
            }

            page.Add(item);
            size += item.Size;
            if (page.Count == limit)
            {
                return (page, item);
            }
        }

        return (page, null);
    }
}
