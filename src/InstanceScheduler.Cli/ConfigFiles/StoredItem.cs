using System.Text.Json.Nodes;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>An item as the table holds it.</summary>
/// <param name="Key">Type and name.</param>
/// <param name="Attributes">All further attributes, in DynamoDB's typed JSON.</param>
/// <param name="Version">Changes with every change of the item.</param>
internal sealed record StoredItem(ItemKey Key, IReadOnlyDictionary<string, JsonNode> Attributes, string Version)
{
    /// <summary>Name of the stack that owns the item; null: it is nobody's.</summary>
    public string? Owner => OwnerOf(Attributes);

    /// <summary>The stack in <c>configured_in_stack</c>, by the name in its ARN where it is one.</summary>
    public static string? OwnerOf(IReadOnlyDictionary<string, JsonNode> attributes)
    {
        if (!attributes.TryGetValue(ConfigAttributes.ConfiguredInStack, out var value) || value["S"] is not JsonValue text || text.ToString() is not { Length: > 0 } stack)
            return null;
        return stack.StartsWith("arn:", StringComparison.Ordinal) && stack.Split('/') is [_, var name, ..] ? name : stack;
    }
}
