using System.Buffers.Text;
using System.Text;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Administration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>The place of an item in the configuration, in the order of types and names; as text it is the token of the next page.</summary>
/// <param name="Type">Type of the item.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct ConfigToken(string Type, string Name)
{
    private const char Separator = '\0';

    public static ConfigToken Of(StoredItem item) => new(item.Item.Type, item.Item.Name);

    /// <summary>Null where there is no token: the first page.</summary>
    /// <exception cref="ActionRefusedException">It is none of ours.</exception>
    public static ConfigToken? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (Base64Url.IsValid(text) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator, 2) is [var type, var name])
            return new ConfigToken(type, name);
        throw new ActionRefusedException($"error: {ActionParameters.Next}: \"{text}\" is not a token of an earlier answer; begin without one");
    }

    /// <summary>Whether an item was answered by then: it stands here, or before.</summary>
    public bool HasPassed(StoredItem item)
    {
        var byType = string.CompareOrdinal(item.Item.Type, Type);
        return byType != 0 ? byType < 0 : string.CompareOrdinal(item.Item.Name, Name) <= 0;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Type}{Separator}{Name}"));
}
