using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>What is to be known of a type of resource.</summary>
/// <param name="Type"><c>AWS::SNS::Topic</c></param>
internal sealed record ResourceTraits(string Type)
{
    /// <summary>Null: any property is taken.</summary>
    public ImmutableHashSet<string>? Properties { get; private init; }

    public ImmutableArray<string> Required { get; private init; } = [];

    /// <summary>A change of one of these makes a new resource.</summary>
    public ImmutableHashSet<string> Replacing { get; private init; } = [];

    /// <summary>The property that names the resource; null: none does.</summary>
    public string? NameProperty { get; private init; }

    /// <summary>The longest name that CloudFormation makes up.</summary>
    public int LongestName { get; private init; } = 255;

    /// <param name="names">Separated by blanks; <c>!</c> after a name means that it is required, <c>*</c> that a change of it makes a new resource.</param>
    public ResourceTraits With(string names)
    {
        var marked = names.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return this with
        {
            Properties = [.. marked.Select(name => name.TrimEnd('!', '*'))],
            Required = [.. marked.Where(name => name.Contains('!')).Select(name => name.TrimEnd('!', '*'))],
            Replacing = [.. marked.Where(name => name.Contains('*')).Select(name => name.TrimEnd('!', '*'))],
        };
    }

    public ResourceTraits Named(string property, int longest) => this with { NameProperty = property, LongestName = longest };

    /// <exception cref="ResourceFailure">A property is unknown or missing.</exception>
    public void Check(IEnumerable<string> given)
    {
        var names = given.ToHashSet(StringComparer.Ordinal);
        if (Properties is not null && names.Where(name => !Properties.Contains(name)).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } unknown)
        {
            throw new ResourceFailure($"Encountered unsupported property {string.Join(", ", unknown)}");
        }

        if (Required.Where(name => !names.Contains(name)).ToArray() is { Length: > 0 } missing)
        {
            throw new ResourceFailure($"Property {string.Join(", ", missing)} cannot be empty.");
        }
    }
}
