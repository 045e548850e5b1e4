using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Reads items in DynamoDB's JSON as the function will, to tell what a play can and cannot manage.</summary>
internal static class RawConfiguration
{
    public static SchedulerConfiguration Read(IEnumerable<JsonElement> items) => ConfigurationReader.Read(items.Select(ItemOf));

    /// <summary>An item, as it is once the table is read.</summary>
    public static ConfigItem ItemOf(JsonElement item)
    {
        var attributes = ImmutableDictionary.CreateBuilder<string, ConfigValue>(StringComparer.Ordinal);
        foreach (var attribute in item.EnumerateObject())
            if (attribute.Name is not (ConfigAttributes.Type or ConfigAttributes.Name) && ToValue(attribute.Value) is { } value)
                attributes[attribute.Name] = value;
        return new ConfigItem(Key(item, ConfigAttributes.Type), Key(item, ConfigAttributes.Name), attributes.ToImmutable());
    }

    private static string Key(JsonElement item, string name) => item.GetProperty(name).GetProperty("S").GetString()!;

    private static ConfigValue? ToValue(JsonElement typed)
    {
        var (kind, value) = typed.EnumerateObject().Select(field => (field.Name, field.Value)).Single();
        return kind switch
        {
            "S" or "N" => new ConfigValue.Text(value.GetString()!),
            "BOOL" => new ConfigValue.Flag(value.GetBoolean()),
            "SS" or "NS" => new ConfigValue.Many([.. value.EnumerateArray().Select(part => part.GetString()!)]),
            "L" => new ConfigValue.Many([.. value.EnumerateArray().Select(ToValue).OfType<ConfigValue.Text>().Select(text => text.Value)]),
            "NULL" => null,
            _ => new ConfigValue.Foreign(kind),
        };
    }
}
