using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Decisions;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>Reads and writes the items of one target: one Query, and conditional writes of whole items.</summary>
internal sealed class StateTableClient(IAmazonDynamoDB client, string table, AwsRetry retry)
{
    private const string PendingSuffix = "#pending";

    private static readonly EntrySize StateSize = new(StoredStates.LongestName, NameCopies: 2);

    // "resize:" with a long type name, an instant and a run.
    private static readonly EntrySize IntentSize = new(LongestValue: 80, NameCopies: 1);

    public async Task<(StateShards States, StateShards Intents)> ReadAsync(Target target, RunDeadline deadline)
    {
        var key = target.StateKey;
        var states = new StateShards(number => number == 0 ? key : $"{key}#{number}", StateSize);
        var intents = new StateShards(number => number == 0 ? key + PendingSuffix : $"{key}{PendingSuffix}{number}", IntentSize);
        var request = new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = "#service = :service AND begins_with(#key, :key)",
            ExpressionAttributeNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["#service"] = StateAttributes.Service, ["#key"] = StateAttributes.AccountRegion },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":service"] = new(target.Service), [":key"] = new(key) },
        };
        do
        {
            var page = await retry.ExecuteAsync("Query", token => client.QueryAsync(request, token), deadline);
            foreach (var attributes in page.Items ?? [])
                KindOf(attributes[StateAttributes.AccountRegion].S, key, states, intents)?.Add(ToItem(attributes));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return (states, intents);
    }

    /// <summary>Writes an item under the condition that nobody else did since it was read; false when somebody did.</summary>
    public async Task<bool> TryWriteAsync(RunIdentity run, StateItem item, RunDeadline deadline)
    {
        var timestamp = StateTimestamp.Next(run.Instant, item.ReadTimestamp);
        var request = new PutItemRequest
        {
            TableName = table,
            Item = ToAttributes(run.Target, item, timestamp),
            ExpressionAttributeNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["#timestamp"] = StateAttributes.Timestamp },
        };
        if (item.ReadTimestamp is { } read)
        {
            request.ConditionExpression = "#timestamp = :read";
            request.ExpressionAttributeValues = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":read"] = new() { N = read } };
        }
        else
        {
            // There is none, or one that a person typed as text: still no run has written.
            request.ConditionExpression = "attribute_not_exists(#timestamp) OR NOT attribute_type(#timestamp, :number)";
            request.ExpressionAttributeValues = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":number"] = new("N") };
        }

        try
        {
            await retry.ExecuteAsync("PutItem", token => client.PutItemAsync(request, token), deadline);
            item.ReadTimestamp = timestamp;
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    // "123456789012:cn-north-1" begins the keys of its own items, and would begin those of a region "cn-north-10".
    private static StateShards? KindOf(string range, string key, StateShards states, StateShards intents)
    {
        var rest = range.AsSpan(key.Length);
        if (rest.StartsWith(PendingSuffix, StringComparison.Ordinal))
            return IsNumberOrNothing(rest[PendingSuffix.Length..]) ? intents : null;
        return rest.IsEmpty || (rest[0] == '#' && rest.Length > 1 && IsNumberOrNothing(rest[1..])) ? states : null;
    }

    private static bool IsNumberOrNothing(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static StateItem ToItem(Dictionary<string, AttributeValue> attributes)
    {
        var range = attributes[StateAttributes.AccountRegion].S;
        var item = new StateItem(
            range,
            range.Contains(PendingSuffix, StringComparison.Ordinal) ? IntentSize : StateSize,
            attributes.GetValueOrDefault(StateAttributes.Timestamp)?.N)
        {
            Checked = attributes.GetValueOrDefault(StateAttributes.Checked)?.S,
        };
        foreach (var (name, value) in attributes)
            if (!StateAttributes.Reserved.Contains(name) && value.S is { } text)
                item.Set(name, KeptOnce(text));
        foreach (var id in attributes.GetValueOrDefault(StateAttributes.PurgeInNextCleanup)?.SS ?? [])
            item.Mark(id);
        return item;
    }

    // Of the few names of states, a hundred thousand instances have one each.
    private static string KeptOnce(string text) => StoredStates.Parse(text) is var state and not StoredState.Unknown ? StoredStates.NameOf(state) : text;

    private static Dictionary<string, AttributeValue> ToAttributes(Target target, StateItem item, string timestamp)
    {
        var attributes = new Dictionary<string, AttributeValue>(item.Values.Count + 4, StringComparer.Ordinal)
        {
            [StateAttributes.Service] = new(target.Service),
            [StateAttributes.AccountRegion] = new(item.Range),
            [StateAttributes.Timestamp] = new() { N = timestamp },
        };
        if (item.Purge.Count > 0)
            attributes[StateAttributes.PurgeInNextCleanup] = new AttributeValue { SS = [.. item.Purge.Order(StringComparer.Ordinal)] };
        if (item.Checked is { } time)
            attributes[StateAttributes.Checked] = new AttributeValue(time);
        foreach (var (id, value) in item.Values)
            attributes[id] = new AttributeValue(value);
        return attributes;
    }
}
