using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>Writes what the scheduler's own stack puts into the configuration table.</summary>
internal sealed class SetupTable(IAmazonDynamoDB client, string table, AwsRetry retry)
{
    /// <summary>Writes the item in place of whatever has its name.</summary>
    public Task ReplaceAsync(ConfigItem item, RunDeadline deadline) => PutAsync(new PutItemRequest(table, Attributes(item)), deadline);

    /// <summary>Writes the item unless there is one of its name; false when there is.</summary>
    public async Task<bool> TryAddAsync(ConfigItem item, RunDeadline deadline)
    {
        var request = new PutItemRequest(table, Attributes(item))
        {
            ConditionExpression = "attribute_not_exists(#name)",
            ExpressionAttributeNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["#name"] = ConfigAttributes.Name },
        };
        try
        {
            await PutAsync(request, deadline);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private Task<PutItemResponse> PutAsync(PutItemRequest request, RunDeadline deadline) =>
        retry.ExecuteAsync("PutItem", token => client.PutItemAsync(request, token), deadline);

    private static Dictionary<string, AttributeValue> Attributes(ConfigItem item)
    {
        var attributes = StackWrite.Key(item.Type, item.Name);
        foreach (var (name, value) in item.Attributes)
            attributes[name] = AttributeValueConverter.ToAttributeValue(value);
        return attributes;
    }
}
