using System.Collections.Immutable;

namespace InstanceScheduler.Core.Configuration;

/// <summary>An attribute of a configuration item, as people left it in the table: read by meaning, not by type.</summary>
public abstract record ConfigValue
{
    private ConfigValue()
    {
    }

    /// <summary>A text (<c>S</c>) or a number (<c>N</c>, as its digits).</summary>
    public sealed record Text(string Value) : ConfigValue;

    /// <summary>A boolean (<c>BOOL</c>).</summary>
    public sealed record Flag(bool Value) : ConfigValue;

    /// <summary>A set or list of texts and numbers (<c>SS</c>, <c>NS</c>, <c>L</c>).</summary>
    public sealed record Many(ImmutableArray<string> Values) : ConfigValue;

    /// <summary>Something that no attribute of ours can be (a map, binary data): an error wherever it is read.</summary>
    public sealed record Foreign(string Description) : ConfigValue;
}
