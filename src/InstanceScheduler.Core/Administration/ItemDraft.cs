using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Administration;

/// <summary>The item that an action's parameters come to, while they are read.</summary>
/// <param name="given">The parameters, in the order given.</param>
internal sealed class ItemDraft(ImmutableArray<GivenParameter> given)
{
    private readonly Dictionary<string, ConfigValue> _values = new(StringComparer.Ordinal);

    public ImmutableArray<GivenParameter> Given => given;

    public string? Name { get; set; }

    /// <summary>Attributes that have a value.</summary>
    public IReadOnlyDictionary<string, ConfigValue> Values => _values;

    /// <summary>Whether the parameter was given at all, also without a value.</summary>
    public bool IsGiven(string name) => given.Any(parameter => parameter.Name == name);

    public bool Has(string attribute) => _values.ContainsKey(attribute);

    public string? Text(string attribute) => (_values.GetValueOrDefault(attribute) as ConfigValue.Text)?.Value;

    public void Set(string attribute, string text) => _values[attribute] = new ConfigValue.Text(text);

    public void Set(string attribute, bool flag) => _values[attribute] = new ConfigValue.Flag(flag);

    /// <summary>Each entry once; no entry at all is no value.</summary>
    public void Set(string attribute, ImmutableArray<string> entries)
    {
        if (!entries.IsEmpty)
            _values[attribute] = new ConfigValue.Many([.. entries.Distinct(StringComparer.Ordinal)]);
    }

    public ConfigItem ToItem(string type) => new(type, Name!, _values.ToImmutableDictionary(StringComparer.Ordinal));
}
