using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Health;

/// <summary>Reads and writes health items. The last writer wins: two runs at a time write nearly the same.</summary>
internal sealed class HealthTable(IAmazonDynamoDB client, string table, AwsRetry retry)
{
    /// <summary>Null when there is no item, or one that says nothing.</summary>
    public async Task<TargetHealth?> ReadAsync(HealthSource source, RunDeadline deadline)
    {
        var request = new GetItemRequest { TableName = table, ConsistentRead = true, Key = HealthItem.KeyOf(source) };
        var answer = await retry.ExecuteAsync("GetItem", token => client.GetItemAsync(request, token), deadline);
        return answer.Item is { Count: > 0 } item ? HealthItem.TryRead(item) : null;
    }

    public async Task WriteAsync(HealthSource source, TargetHealth health, RunDeadline deadline)
    {
        var request = new PutItemRequest { TableName = table, Item = HealthItem.Of(source, health) };
        await retry.ExecuteAsync("PutItem", token => client.PutItemAsync(request, token), deadline);
    }
}
