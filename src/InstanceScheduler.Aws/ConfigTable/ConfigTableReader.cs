using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>Reads the whole configuration table: it is small, and every tick must see the latest edit.</summary>
internal sealed class ConfigTableReader(IAmazonDynamoDB client, AwsRetry retry)
{
    public async Task<ImmutableArray<ConfigItem>> ReadAsync(string table, RunDeadline deadline) =>
        [.. (await ReadStoredAsync(table, deadline)).Select(stored => stored.Item)];

    /// <summary>The items with all that is stored of them.</summary>
    public async Task<ImmutableArray<StoredItem>> ReadStoredAsync(string table, RunDeadline deadline)
    {
        var items = ImmutableArray.CreateBuilder<StoredItem>();
        var request = new ScanRequest { TableName = table, ConsistentRead = true };
        do
        {
            var page = await retry.ExecuteAsync("Scan", token => client.ScanAsync(request, token), deadline);
            items.AddRange((page.Items ?? []).Select(StoredItem.TryRead).OfType<StoredItem>());
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return items.ToImmutable();
    }
}
