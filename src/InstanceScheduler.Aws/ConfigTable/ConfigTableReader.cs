using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>Reads the whole configuration table: it is small, and every tick must see the latest edit.</summary>
internal sealed class ConfigTableReader(IAmazonDynamoDB client, AwsRetry retry)
{
    public async Task<ImmutableArray<ConfigItem>> ReadAsync(string table, RunDeadline deadline)
    {
        var items = ImmutableArray.CreateBuilder<ConfigItem>();
        var request = new ScanRequest { TableName = table, ConsistentRead = true };
        do
        {
            var page = await retry.ExecuteAsync("Scan", token => client.ScanAsync(request, token), deadline);
            items.AddRange((page.Items ?? []).Select(ToItem).OfType<ConfigItem>());
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return items.ToImmutable();
    }

    private static ConfigItem? ToItem(Dictionary<string, AttributeValue> attributes)
    {
        if (attributes.GetValueOrDefault(ConfigAttributes.Type)?.S is not { } type || attributes.GetValueOrDefault(ConfigAttributes.Name)?.S is not { } name)
            return null;
        var others = ImmutableDictionary.CreateBuilder<string, ConfigValue>(StringComparer.Ordinal);
        foreach (var (attribute, value) in attributes)
            if (attribute is not (ConfigAttributes.Type or ConfigAttributes.Name) && AttributeValueConverter.ToConfigValue(value) is { } read)
                others[attribute] = read;
        return new ConfigItem(type, name, others.ToImmutable());
    }
}
