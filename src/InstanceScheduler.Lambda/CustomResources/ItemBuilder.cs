using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Puts an item of the configuration table together; what is absent is left out.</summary>
internal sealed class ItemBuilder(string type, string name)
{
    private readonly ImmutableDictionary<string, ConfigValue>.Builder _attributes = ImmutableDictionary.CreateBuilder<string, ConfigValue>(StringComparer.Ordinal);

    public ItemBuilder Set(string attribute, string? text) => Put(attribute, text is null ? null : new ConfigValue.Text(text));

    public ItemBuilder Set(string attribute, bool? flag) => Put(attribute, flag is null ? null : new ConfigValue.Flag(flag.Value));

    public ItemBuilder Set(string attribute, ImmutableArray<string> entries) => Put(attribute, entries.IsEmpty ? null : new ConfigValue.Many(entries));

    public ConfigItem Build() => new(type, name, _attributes.ToImmutable());

    private ItemBuilder Put(string attribute, ConfigValue? value)
    {
        if (value is not null)
            _attributes[attribute] = value;
        return this;
    }
}
