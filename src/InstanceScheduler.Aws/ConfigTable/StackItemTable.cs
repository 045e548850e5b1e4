using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>Reads and writes items that resources of stacks own; a change is one transaction.</summary>
internal sealed class StackItemTable(IAmazonDynamoDB client, string table, AwsRetry retry)
{
    /// <summary>Items that one transaction takes at most.</summary>
    public const int LargestTransaction = 100;

    /// <summary>A schedule and the periods whose names begin as given, strongly consistent.</summary>
    public async Task<StoredSchedule> ReadAsync(string schedule, string periodPrefix, RunDeadline deadline)
    {
        var get = new GetItemRequest(table, StackWrite.Key(ConfigTypes.Schedule, schedule)) { ConsistentRead = true };
        var found = await retry.ExecuteAsync("GetItem", token => client.GetItemAsync(get, token), deadline);
        return new StoredSchedule(found.Item is { Count: > 0 } item ? OwnedItem.Of(item) : null, await PeriodsAsync(periodPrefix, deadline));
    }

    /// <summary>Does all of it or nothing; gives the item that stands in the way of the rule, null when all was done.</summary>
    /// <param name="writes">1 to <see cref="LargestTransaction"/>, each about another item.</param>
    /// <param name="token">The same for the same change, of which nothing is done twice then; null: none.</param>
    /// <param name="deadline">By when.</param>
    public async Task<OwnedItem?> WriteAsync(ImmutableArray<StackWrite> writes, string? token, RunDeadline deadline)
    {
        var request = new TransactWriteItemsRequest { TransactItems = [.. writes.Select(write => write.In(table))], ClientRequestToken = token };
        try
        {
            await retry.ExecuteAsync("TransactWriteItems", stop => client.TransactWriteItemsAsync(request, stop), deadline);
            return null;
        }
        catch (TransactionCanceledException cancelled) when (Obstacle(writes, cancelled) is not null)
        {
            return Obstacle(writes, cancelled);
        }
    }

    /// <summary>Writes into items whose they are; one that changes meanwhile stays as it is.</summary>
    public async Task ClaimAsync(IEnumerable<OwnedItem> items, ItemOwner owner, RunDeadline deadline)
    {
        var writer = new ConfigTableWriter(client, table, retry);
        foreach (var stored in items.Select(item => item.Stored).OfType<StoredItem>())
            await writer.TryPutAsync(stored, stored.OwnedBy(owner), deadline);
    }

    private static OwnedItem? Obstacle(ImmutableArray<StackWrite> writes, TransactionCanceledException cancelled) => writes
        .Zip(cancelled.CancellationReasons ?? [])
        .Where(pair => pair.Second.Code == "ConditionalCheckFailed")
        .Select(pair => pair.Second.Item is { Count: > 0 } item ? OwnedItem.Of(item) : new OwnedItem(pair.First.Type, pair.First.Name))
        .FirstOrDefault();

    private async Task<ImmutableArray<OwnedItem>> PeriodsAsync(string prefix, RunDeadline deadline)
    {
        var periods = ImmutableArray.CreateBuilder<OwnedItem>();
        var request = new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = "#type = :type AND begins_with(#name, :prefix)",
            ExpressionAttributeNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["#type"] = ConfigAttributes.Type, ["#name"] = ConfigAttributes.Name },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":type"] = new(ConfigTypes.Period), [":prefix"] = new(prefix) },
        };
        do
        {
            var page = await retry.ExecuteAsync("Query", token => client.QueryAsync(request, token), deadline);
            periods.AddRange((page.Items ?? []).Select(OwnedItem.Of));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return periods.ToImmutable();
    }
}
