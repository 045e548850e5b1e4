using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>The operations on single items.</summary>
internal sealed class ItemCalls(DynamoTables tables)
{
    private const int LargestBatch = 25;

    public int Get(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var request = new TableRequest(tables, scope, input);
        var (key, show) = (request.Key, request.Projection());
        request.EnsurePlaceholdersUsed();
        if (request.Table.Get(key) is not { } item)
        {
            return 0;
        }

        WriteItem(output, "Item", show(item));
        return 1;
    }

    public int Put(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var request = new TableRequest(tables, scope, input);
        var item = request.Item("Item");
        var key = request.Table.Schema.Of(item);
        Write(request, input, key, _ => item, output);
        return 1;
    }

    public int Delete(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var request = new TableRequest(tables, scope, input);
        Write(request, input, request.Key, _ => null, output);
        return 1;
    }

    public int Update(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var request = new TableRequest(tables, scope, input);
        var (key, update) = (request.Key, request.KeyKeepingUpdate());
        Write(request, input, key, old => update.Apply(old ?? key), output, [.. update.Paths.Select(p => p.Attribute)]);
        return 1;
    }

    public int BatchWrite(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var writes = Writes(scope, input).ToArray();
        if (writes.Length is 0 or > LargestBatch)
        {
            throw DynamoErrors.Validation("Too many items requested for the BatchWriteItem call");
        }

        if (writes.DistinctBy(w => (w.Table.Name, w.Key)).Count() < writes.Length)
        {
            throw DynamoErrors.Validation("Provided list of item keys contains duplicates");
        }

        foreach (var (table, key, item) in writes)
        {
            table.Write(key, _ => item);
        }

        output.WriteStartObject("UnprocessedItems");
        output.WriteEndObject();
        return writes.Length;
    }

    private static void Write(
        TableRequest request,
        JsonElement input,
        DynamoItem key,
        Func<DynamoItem?, DynamoItem?> change,
        Utf8JsonWriter output,
        string[]? touched = null)
    {
        var condition = request.Condition("ConditionExpression");
        request.EnsurePlaceholdersUsed();
        var showOld = input.Text("ReturnValuesOnConditionCheckFailure") == "ALL_OLD";
        var (old, replacement) = request.Table.Write(key, current => condition?.Holds(current ?? DynamoItem.Empty) == false
            ? throw DynamoErrors.ConditionFailed(showOld ? current : null)
            : change(current));
        var shown = input.Text("ReturnValues") switch
        {
            "ALL_OLD" => old,
            "ALL_NEW" => replacement,
            "UPDATED_OLD" => old?.Only(touched ?? []),
            "UPDATED_NEW" => replacement?.Only(touched ?? []),
            _ => null,
        };
        if (shown is not null)
        {
            WriteItem(output, "Attributes", shown);
        }
    }

    private IEnumerable<(DynamoTable Table, DynamoItem Key, DynamoItem? Item)> Writes(CallScope scope, JsonElement input)
    {
        foreach (var requests in input.Member("RequestItems")?.EnumerateObject() ?? default)
        {
            var table = tables.Find(scope.Account, scope.Region, requests.Name) ?? throw DynamoErrors.NoTable();
            foreach (var request in requests.Value.EnumerateArray())
            {
                if (request.Member("PutRequest")?.Member("Item") is { } put)
                {
                    var item = DynamoJson.ReadItem(put);
                    yield return item.Size <= DynamoTable.LargestItem
                        ? (table, table.Schema.Of(item), item)
                        : throw DynamoErrors.TooLarge();
                }
                else if (request.Member("DeleteRequest")?.Member("Key") is { } delete)
                {
                    yield return (table, table.Schema.Exactly(DynamoJson.ReadItem(delete)), null);
                }
            }
        }
    }

    private static void WriteItem(Utf8JsonWriter output, string member, DynamoItem item)
    {
        output.WritePropertyName(member);
        DynamoJson.WriteItem(output, item);
    }
}
