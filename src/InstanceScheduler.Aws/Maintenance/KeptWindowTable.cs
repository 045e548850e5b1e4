using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Maintenance;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Maintenance;

/// <summary>Windows that have begun or are about to, in the state table: Systems Manager no longer tells once one has begun.</summary>
/// <remarks>Every run of a target would write the same, so that the last writer may win.</remarks>
internal sealed class KeptWindowTable(IAmazonDynamoDB client, string table, AwsRetry retry)
{
    private const string Service = "maintenance-window";
    private const string Name = "name";
    private const string Begin = "begin";
    private const string End = "end";

    private static readonly InstantPattern Pattern = InstantPattern.ExtendedIso;

    public async Task<ImmutableArray<DatedWindow>> ReadAsync(Target target, RunDeadline deadline)
    {
        var windows = ImmutableArray.CreateBuilder<DatedWindow>();
        var request = new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = "#service = :service AND begins_with(#key, :key)",
            ExpressionAttributeNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["#service"] = StateAttributes.Service, ["#key"] = StateAttributes.AccountRegion },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":service"] = new(Service), [":key"] = new(KeyOf(target, "")) },
        };
        do
        {
            var page = await retry.ExecuteAsync("Query", token => client.QueryAsync(request, token), deadline);
            windows.AddRange((page.Items ?? []).Select(item => TryRead(target, item)).OfType<DatedWindow>());
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return windows.ToImmutable();
    }

    public Task KeepAsync(Target target, DatedWindow window, RunDeadline deadline)
    {
        var item = Key(target, window);
        item[Name] = new AttributeValue(window.Name);
        item[Begin] = new AttributeValue(Pattern.Format(window.Begin));
        item[End] = new AttributeValue(Pattern.Format(window.End));
        return retry.ExecuteAsync("PutItem", token => client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, token), deadline);
    }

    public Task DropAsync(Target target, DatedWindow window, RunDeadline deadline) =>
        retry.ExecuteAsync("DeleteItem", token => client.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = Key(target, window) }, token), deadline);

    private static string KeyOf(Target target, string windowId) => $"{target.StateKey}#{windowId}";

    private static Dictionary<string, AttributeValue> Key(Target target, DatedWindow window) => new(StringComparer.Ordinal)
    {
        [StateAttributes.Service] = new(Service),
        [StateAttributes.AccountRegion] = new(KeyOf(target, window.Id)),
    };

    // An item that cannot be read is none: the window is put again when it is next about to begin.
    private static DatedWindow? TryRead(Target target, Dictionary<string, AttributeValue> item)
    {
        var id = item[StateAttributes.AccountRegion].S[KeyOf(target, "").Length..];
        return InstantOf(item, Begin) is { } begin && InstantOf(item, End) is { } end
            ? new DatedWindow(item.GetValueOrDefault(Name)?.S ?? id, id, begin, end)
            : null;
    }

    private static Instant? InstantOf(Dictionary<string, AttributeValue> item, string name) =>
        item.GetValueOrDefault(name)?.S is { } text && Pattern.Parse(text) is { Success: true, Value: var instant } ? instant : null;
}
