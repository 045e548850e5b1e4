using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>A stored period or schedule, as far as it says whose it is.</summary>
/// <param name="Type">Hash key.</param>
/// <param name="Name">Range key.</param>
internal sealed record OwnedItem(string Type, string Name)
{
    /// <summary>The stack that owns it; null: none does.</summary>
    public string? Stack { get; init; }

    /// <summary>The resource in that stack; null in items of v1.x, which did not say it.</summary>
    public string? Resource { get; init; }

    /// <summary>The latest requests that made it what it is, the last one last.</summary>
    public ImmutableArray<string> Requests { get; init; } = [];

    /// <summary>What it names, where it is a schedule: <c>period</c> or <c>period@type</c>.</summary>
    public ImmutableArray<string> Periods { get; init; } = [];

    /// <summary>Whether just this resource made it.</summary>
    public bool IsOf(ItemOwner owner) => Stack == owner.Stack && Resource == owner.Resource;

    /// <summary>Whether this resource made it, as far as can be told: items of v1.x name only the stack.</summary>
    public bool MayBeOf(ItemOwner owner) => Stack == owner.Stack && (Resource is null || Resource == owner.Resource);

    public bool Names(string period) =>
        Periods.Any(reference => reference == period || reference.StartsWith(period + "@", StringComparison.Ordinal));

    /// <summary>All that is stored of it; null where it was not read.</summary>
    public StoredItem? Stored { get; init; }

    public static OwnedItem Of(Dictionary<string, AttributeValue> attributes) => new(attributes[ConfigAttributes.Type].S, attributes[ConfigAttributes.Name].S)
    {
        Stored = StoredItem.TryRead(attributes),
        Stack = Text(attributes, ConfigAttributes.ConfiguredInStack),
        Resource = Text(attributes, ConfigAttributes.ConfiguredInResource),
        Requests = [.. (attributes.GetValueOrDefault(ConfigAttributes.ConfiguredByRequests)?.L ?? []).Select(request => request.S).OfType<string>()],
        Periods = PeriodsOf(attributes.GetValueOrDefault(ConfigAttributes.Periods)),
    };

    private static string? Text(Dictionary<string, AttributeValue> attributes, string name) =>
        attributes.GetValueOrDefault(name)?.S is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static ImmutableArray<string> PeriodsOf(AttributeValue? value) =>
        value is not null && AttributeValueConverter.ToConfigValue(value) is { } read ? read switch
        {
            ConfigValue.Text text => [.. text.Value.Split(',', StringSplitOptions.TrimEntries)],
            ConfigValue.Many many => many.Values,
            _ => [],
        }
        : [];
}
