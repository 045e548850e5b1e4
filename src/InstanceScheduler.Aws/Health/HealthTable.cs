using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.StateTable;

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

    /// <summary>All items that say something, by their keys.</summary>
    public async Task<ImmutableDictionary<string, TargetHealth>> ReadAllAsync(RunDeadline deadline)
    {
        var all = ImmutableDictionary.CreateBuilder<string, TargetHealth>(StringComparer.Ordinal);
        var request = new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = "#service = :service",
            ExpressionAttributeNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["#service"] = StateAttributes.Service },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":service"] = new(HealthAttributes.Service) },
        };
        do
        {
            var page = await retry.ExecuteAsync("Query", token => client.QueryAsync(request, token), deadline);
            foreach (var item in page.Items ?? [])
                if (HealthItem.TryRead(item) is { } health)
                    all[item[StateAttributes.AccountRegion].S] = health;
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return all.ToImmutable();
    }

    public async Task WriteAsync(HealthSource source, TargetHealth health, RunDeadline deadline)
    {
        var request = new PutItemRequest { TableName = table, Item = HealthItem.Of(source, health) };
        await retry.ExecuteAsync("PutItem", token => client.PutItemAsync(request, token), deadline);
    }
}
