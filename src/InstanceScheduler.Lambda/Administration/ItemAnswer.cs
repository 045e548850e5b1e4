using System.Text.Json;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Answers that are an item.</summary>
internal static class ItemAnswer
{
    /// <summary>The whole item: <c>{"Period":{"Name":"office",…}}</c>.</summary>
    public static void Write(Utf8JsonWriter answer, StoredItem item)
    {
        answer.WriteStartObject();
        answer.WritePropertyName(PascalJson.Key(item.Item.Type));
        PascalJson.Write(answer, item.Attributes);
        answer.WriteEndObject();
    }

    /// <summary>Only which item it is, and its version where it has one: <c>{"Item":{"Type":"period","Name":"office","Version":"…"}}</c>.</summary>
    public static void WriteKey(Utf8JsonWriter answer, ConfigItem item, string? version)
    {
        answer.WriteStartObject();
        answer.WriteStartObject("Item");
        answer.WriteString("Type", item.Type);
        answer.WriteString("Name", item.Name);
        if (version is not null)
            answer.WriteString("Version", version);
        answer.WriteEndObject();
        answer.WriteEndObject();
    }
}
