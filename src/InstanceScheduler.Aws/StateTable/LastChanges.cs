using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Retry;
using NodaTime;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>Tells when the states of targets last changed, without reading the states.</summary>
internal sealed class LastChanges(IAmazonDynamoDB client, string table, AwsRetry retry)
{
    private const char Shard = '#';
    private const long LatestSeconds = 253_402_300_799;

    /// <summary>The newest timestamp of each target's items, by <see cref="Target.StateKey"/>.</summary>
    /// <param name="service">Service of the targets.</param>
    /// <param name="deadline">By when to be done.</param>
    public async Task<ImmutableDictionary<string, Instant>> ReadAsync(string service, RunDeadline deadline)
    {
        var latest = new Dictionary<string, Instant>(StringComparer.Ordinal);
        var request = new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = "#service = :service",
            ProjectionExpression = "#key, #timestamp",
            ExpressionAttributeNames = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["#service"] = StateAttributes.Service,
                ["#key"] = StateAttributes.AccountRegion,
                ["#timestamp"] = StateAttributes.Timestamp,
            },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":service"] = new(service) },
        };
        do
        {
            var page = await retry.ExecuteAsync("Query", token => client.QueryAsync(request, token), deadline);
            foreach (var item in page.Items ?? [])
                Add(item, latest);
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return latest.ToImmutableDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, AttributeValue> item, Dictionary<string, Instant> latest)
    {
        var seconds = StateTimestamp.Parse(item.GetValueOrDefault(StateAttributes.Timestamp)?.N);
        if (seconds is <= 0 or > LatestSeconds)
            return;
        var key = item[StateAttributes.AccountRegion].S.Split(Shard)[0];
        var instant = Instant.FromUnixTimeMilliseconds((long)(seconds * 1000));
        latest[key] = latest.TryGetValue(key, out var known) ? Instant.Max(known, instant) : instant;
    }
}
