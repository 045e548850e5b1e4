using System.Collections.Immutable;

namespace InstanceScheduler.Core.Administration;

/// <summary>What somebody gave for a parameter of an action, with the type that it came with.</summary>
/// <remarks>Its text is the one that v1.3 shows in its errors.</remarks>
public abstract record GivenValue
{
    private GivenValue()
    {
    }

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : GivenValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value;
    }

    /// <summary>A number, as its digits.</summary>
    public sealed record Number(string Digits) : GivenValue
    {
        /// <inheritdoc/>
        public override string ToString() => Digits;
    }

    /// <summary>A boolean.</summary>
    public sealed record Flag(bool Value) : GivenValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "True" : "False";
    }

    /// <summary>A list.</summary>
    public sealed record Many(ImmutableArray<GivenValue> Values) : GivenValue
    {
        /// <inheritdoc/>
        public override string ToString() => $"[{string.Join(", ", Values.Select(value => value is Text ? $"'{value}'" : value.ToString()))}]";
    }

    /// <summary>Something that no parameter can be: an object, or nothing within a list.</summary>
    public sealed record Foreign(string Description) : GivenValue
    {
        /// <inheritdoc/>
        public override string ToString() => Description;
    }
}
