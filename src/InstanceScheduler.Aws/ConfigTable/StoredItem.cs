using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>An item of the configuration table, as it is stored and as a run reads it.</summary>
/// <param name="Item">The item in the core's terms.</param>
/// <param name="Attributes">All its attributes, key included.</param>
internal sealed record StoredItem(ConfigItem Item, Dictionary<string, AttributeValue> Attributes)
{
    /// <summary>Null when the key is not a type and a name.</summary>
    public static StoredItem? TryRead(Dictionary<string, AttributeValue> attributes)
    {
        if (attributes.GetValueOrDefault(ConfigAttributes.Type)?.S is not { } type || attributes.GetValueOrDefault(ConfigAttributes.Name)?.S is not { } name)
            return null;
        var others = ImmutableDictionary.CreateBuilder<string, ConfigValue>(StringComparer.Ordinal);
        foreach (var (attribute, value) in attributes)
            if (attribute is not (ConfigAttributes.Type or ConfigAttributes.Name) && AttributeValueConverter.ToConfigValue(value) is { } read)
                others[attribute] = read;
        return new StoredItem(new ConfigItem(type, name, others.ToImmutable()), attributes);
    }

    /// <summary>An item that is not in the table yet.</summary>
    public static StoredItem Of(ConfigItem item)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [ConfigAttributes.Type] = new(item.Type),
            [ConfigAttributes.Name] = new(item.Name),
        };
        foreach (var (attribute, value) in item.Attributes)
            attributes[attribute] = AttributeValueConverter.ToAttributeValue(value);
        return new StoredItem(item, attributes);
    }

    /// <summary>The item with a patch applied; what the patch does not name stays as it is stored, of whatever type.</summary>
    public StoredItem With(ItemPatch patch)
    {
        var attributes = new Dictionary<string, AttributeValue>(Attributes, StringComparer.Ordinal);
        foreach (var attribute in patch.Removed)
            attributes.Remove(attribute);
        foreach (var (attribute, value) in patch.Set)
            attributes[attribute] = AttributeValueConverter.ToAttributeValue(value);
        return new StoredItem(patch.Item, attributes);
    }

    /// <summary>The item as one of a resource's.</summary>
    public StoredItem OwnedBy(ItemOwner owner)
    {
        var marks = ImmutableDictionary<string, ConfigValue>.Empty
            .Add(ConfigAttributes.ConfiguredInStack, new ConfigValue.Text(owner.Stack)).Add(ConfigAttributes.ConfiguredInResource, new ConfigValue.Text(owner.Resource));
        return With(new ItemPatch(Item with { Attributes = Item.Attributes.SetItems(marks) }, marks, []));
    }

    /// <summary>Tells states of an item apart.</summary>
    public string Version => ItemVersion.Of(Attributes);
}
