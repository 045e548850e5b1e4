using System.Collections.Immutable;

namespace InstanceScheduler.Core.Configuration;

/// <summary>One item of the configuration table.</summary>
/// <param name="Type">Hash key: <c>config</c>, <c>period</c>, <c>schedule</c>, <c>calendar</c>, <c>override</c>; others are ignored.</param>
/// <param name="Name">Range key.</param>
/// <param name="Attributes">All further attributes; null ones are left out.</param>
public sealed record ConfigItem(string Type, string Name, ImmutableDictionary<string, ConfigValue> Attributes)
{
    /// <summary>How problems refer to the item: <c>schedule "cn-office-hours"</c>.</summary>
    public override string ToString() => $"{Type} \"{Name}\"";
}
