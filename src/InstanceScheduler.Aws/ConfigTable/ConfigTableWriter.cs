using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>Writes single items, each only if nobody changed it since it was read: of two editors one wins, and the other hears of it.</summary>
internal sealed class ConfigTableWriter(IAmazonDynamoDB client, string table, AwsRetry retry)
{
    /// <summary>Puts an item into the place of the one that was read; false when that one has changed since.</summary>
    /// <param name="read">What was read; null: there was none.</param>
    /// <param name="next">What is to be there.</param>
    /// <param name="deadline">By when.</param>
    public async Task<bool> TryPutAsync(StoredItem? read, StoredItem next, RunDeadline deadline)
    {
        var condition = read is null ? UnchangedCondition.Absent : UnchangedCondition.Of(read);
        var request = new PutItemRequest
        {
            TableName = table,
            Item = next.Attributes,
            ConditionExpression = condition.Expression,
            ExpressionAttributeNames = condition.Names,
            ExpressionAttributeValues = condition.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await retry.ExecuteAsync("PutItem", token => client.PutItemAsync(request, token), deadline);
            return true;
        }
        catch (ConditionalCheckFailedException failure)
        {
            // The answer to an earlier attempt may have been lost after it took effect.
            return failure.Item is { Count: > 0 } found && ItemVersion.Of(found) == next.Version;
        }
    }

    /// <summary>Deletes the item that was read; false when it has changed since.</summary>
    public async Task<bool> TryDeleteAsync(StoredItem read, RunDeadline deadline)
    {
        var condition = UnchangedCondition.Of(read);
        var request = new DeleteItemRequest
        {
            TableName = table,
            Key = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
            {
                [ConfigAttributes.Type] = read.Attributes[ConfigAttributes.Type],
                [ConfigAttributes.Name] = read.Attributes[ConfigAttributes.Name],
            },
            ConditionExpression = condition.Expression,
            ExpressionAttributeNames = condition.Names,
            ExpressionAttributeValues = condition.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await retry.ExecuteAsync("DeleteItem", token => client.DeleteItemAsync(request, token), deadline);
            return true;
        }
        catch (ConditionalCheckFailedException failure)
        {
            // Gone is gone, whoever did it.
            return failure.Item is not { Count: > 0 };
        }
    }
}
