using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>The typed JSON of DynamoDB: every value is an object with one field that names its type.</summary>
internal static class DynamoDbJson
{
    /// <summary>The first attribute that is not typed JSON, with its value; null for a good item.</summary>
    public static string? FaultOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return $"the item is {item.Shape()}";
        }

        foreach (var attribute in item.EnumerateObject())
        {
            if (!IsTyped(attribute.Value))
            {
                return $"{attribute.Name} is {((JsonElement?)attribute.Value).Describe()}, not typed like {{\"S\": \"…\"}}";
            }
        }

        return null;
    }

    private static bool IsTyped(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() != 1)
        {
            return false;
        }

        var (type, content) = (value.EnumerateObject().First().Name, value.EnumerateObject().First().Value);
        return type switch
        {
            "S" or "N" or "B" => content.ValueKind == JsonValueKind.String,
            "BOOL" or "NULL" => content.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "SS" or "NS" or "BS" => IsListOf(content, element => element.ValueKind == JsonValueKind.String),
            "L" => IsListOf(content, IsTyped),
            "M" => content.ValueKind == JsonValueKind.Object && content.EnumerateObject().All(field => IsTyped(field.Value)),
            _ => false,
        };
    }

    private static bool IsListOf(JsonElement list, Func<JsonElement, bool> good) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(good);
}
