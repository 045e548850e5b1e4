using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>Turns DynamoDB attributes into the core's terms.</summary>
internal static class AttributeValueConverter
{
    /// <summary>Null for a NULL attribute, which counts as absent.</summary>
    public static ConfigValue? ToConfigValue(AttributeValue value) => value switch
    {
        { NULL: true } => null,
        { S: { } text } => new ConfigValue.Text(text),
        { N: { } number } => new ConfigValue.Text(number),
        { BOOL: { } flag } => new ConfigValue.Flag(flag),
        { SS: { Count: > 0 } texts } => new ConfigValue.Many([.. texts]),
        { NS: { Count: > 0 } numbers } => new ConfigValue.Many([.. numbers]),
        { M: not null } => new ConfigValue.Foreign("a map"),
        { B: not null } or { BS.Count: > 0 } => new ConfigValue.Foreign("binary data"),
        { L: { Count: > 0 } list } => List(list),
        _ => new ConfigValue.Many([]),
    };

    /// <exception cref="ArgumentException">Nothing that is written is of another kind.</exception>
    public static AttributeValue ToAttributeValue(ConfigValue value) => value switch
    {
        ConfigValue.Text text => new AttributeValue(text.Value),
        ConfigValue.Flag flag => new AttributeValue { BOOL = flag.Value },
        ConfigValue.Many many => new AttributeValue { SS = [.. many.Values] },
        _ => throw new ArgumentException($"{value} is not written", nameof(value)),
    };

    private static ConfigValue List(List<AttributeValue> list)
    {
        var parts = list.Select(ToConfigValue).OfType<ConfigValue>().ToList();
        return parts.TrueForAll(part => part is ConfigValue.Text)
            ? new ConfigValue.Many([.. parts.Select(part => ((ConfigValue.Text)part).Value)])
            : new ConfigValue.Foreign("a list of other things than texts and numbers");
    }
}
