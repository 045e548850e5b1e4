using System.Text.Json;
using InstanceScheduler.Aws.ConfigTable;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Answers with an item: <c>{"Period":{"Name":"office",…}}</c>.</summary>
internal static class ItemAnswer
{
    public static void Write(Utf8JsonWriter answer, StoredItem item)
    {
        answer.WriteStartObject();
        answer.WritePropertyName(PascalJson.Key(item.Item.Type));
        PascalJson.Write(answer, item.Attributes);
        answer.WriteEndObject();
    }
}
