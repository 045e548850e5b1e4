using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>One item that a resource of a stack writes or deletes.</summary>
/// <param name="Type">Hash key.</param>
/// <param name="Name">Range key.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Rule">Under which condition.</param>
internal sealed record StackWrite(string Type, string Name, ItemOwner Owner, OwnershipRule Rule)
{
    /// <summary>The item; null deletes it.</summary>
    public ConfigItem? Item { get; init; }

    /// <summary>Requests that made it what it is; kept only in schedules.</summary>
    public ImmutableArray<string> Requests { get; init; } = [];

    public static StackWrite Put(ConfigItem item, ItemOwner owner, OwnershipRule rule) => new(item.Type, item.Name, owner, rule) { Item = item };

    public static StackWrite Delete(OwnedItem item, ItemOwner owner, OwnershipRule rule) => new(item.Type, item.Name, owner, rule);

    public static Dictionary<string, AttributeValue> Key(string type, string name) =>
        new(StringComparer.Ordinal) { [ConfigAttributes.Type] = new(type), [ConfigAttributes.Name] = new(name) };

    /// <summary>As an action of a transaction.</summary>
    public TransactWriteItem In(string table) => Item is null
        ? new TransactWriteItem
        {
            Delete = new Delete
            {
                TableName = table,
                Key = Key(Type, Name),
                ConditionExpression = Condition,
                ExpressionAttributeNames = Names,
                ExpressionAttributeValues = Values,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
        }
        : new TransactWriteItem
        {
            Put = new Put
            {
                TableName = table,
                Item = Attributes(Item),
                ConditionExpression = Condition,
                ExpressionAttributeNames = Names,
                ExpressionAttributeValues = Values,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
        };

    private string Condition => Rule == OwnershipRule.OwnOrNew
        ? "attribute_not_exists(#name) OR (#stack = :stack AND #resource = :resource)"
        : "attribute_not_exists(#stack) OR (#stack = :stack AND (attribute_not_exists(#resource) OR #resource = :resource))";

    private Dictionary<string, string> Names
    {
        get
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["#stack"] = ConfigAttributes.ConfiguredInStack,
                ["#resource"] = ConfigAttributes.ConfiguredInResource,
            };
            if (Rule == OwnershipRule.OwnOrNew)
                names["#name"] = ConfigAttributes.Name;
            return names;
        }
    }

    private Dictionary<string, AttributeValue> Values =>
        new(StringComparer.Ordinal) { [":stack"] = new(Owner.Stack), [":resource"] = new(Owner.Resource) };

    private Dictionary<string, AttributeValue> Attributes(ConfigItem item)
    {
        var attributes = Key(Type, Name);
        foreach (var (name, value) in item.Attributes)
            attributes[name] = AttributeValueConverter.ToAttributeValue(value);
        attributes[ConfigAttributes.ConfiguredInStack] = new AttributeValue(Owner.Stack);
        attributes[ConfigAttributes.ConfiguredInResource] = new AttributeValue(Owner.Resource);
        if (!Requests.IsEmpty)
            attributes[ConfigAttributes.ConfiguredByRequests] = new AttributeValue { L = [.. Requests.Select(request => new AttributeValue(request))] };
        return attributes;
    }
}
