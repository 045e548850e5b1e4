using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Reads the tags of one item; a bad tag costs itself only.</summary>
internal static class FleetTagReader
{
    /// <param name="owner">The item.</param>
    /// <param name="field">The field that lists its tags.</param>
    /// <param name="kind">What the item is, for messages.</param>
    /// <param name="item">The item and where it stands.</param>
    /// <param name="problems">Takes what cannot be read.</param>
    public static IReadOnlyList<FleetTag> Read(JsonElement owner, string field, string kind, string item, InputProblems problems)
    {
        var tags = new List<FleetTag>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (owner.Field(field) is { ValueKind: not JsonValueKind.Array } other)
        {
            problems.Add(item, $"{field} is {((JsonElement?)other).Describe()}", $"The {kind} counts as untagged; write a list of {{Key, Value}}");
        }

        foreach (var tag in owner.Field(field).Items())
        {
            // An empty value is a tag like any other; a key is never empty.
            if (tag.Field("Key").Text() is not { } key || tag.Field("Value") is not (null or { ValueKind: JsonValueKind.String }))
            {
                problems.Add(item, $"{field} holds {((JsonElement?)tag).Describe()}", "The tag is left out; write {\"Key\": …, \"Value\": …}");
            }
            else if (!keys.Add(key))
            {
                problems.Add(item, $"{field} holds the key {tag.Field("Key").Describe()} again, with {(tag.Field("Value") is { } value ? ((JsonElement?)value).Describe() : "no value")}", "The first one counts");
            }
            else
            {
                tags.Add(new FleetTag(key, tag.Field("Value")?.GetString() ?? string.Empty));
            }
        }

        return tags;
    }
}
