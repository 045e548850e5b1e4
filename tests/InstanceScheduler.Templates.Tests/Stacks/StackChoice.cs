using System.Collections.Immutable;

namespace InstanceScheduler.Templates.Tests.Stacks;

/// <summary>One way to fill in a template's parameters, in one region. What is not named keeps its default.</summary>
internal sealed record StackChoice(string Region, ImmutableSortedDictionary<string, string> Parameters)
{
    /// <summary>One region of each partition, and another one of the same.</summary>
    public static ImmutableArray<(string Region, string Other, string Partition)> Partitions { get; } =
    [
        ("cn-north-1", "cn-northwest-1", "aws-cn"), ("eu-west-1", "ap-east-1", "aws"), ("us-gov-west-1", "us-gov-east-1", "aws-us-gov"),
    ];

    public string Partition => Partitions.Single(partition => partition.Region == Region).Partition;

    public string Other => Partitions.Single(partition => partition.Region == Region).Other;

    /// <summary>Blank where it is not named: the templates' defaults of those asked for are.</summary>
    public string this[string parameter] => Parameters.GetValueOrDefault(parameter, "");

    public bool Has(string parameter) => this[parameter].Length > 0;

    public bool Is(string parameter, params string[] values) => values.Contains(this[parameter], StringComparer.Ordinal);

    public StackChoice With(string parameter, string value) => this with { Parameters = Parameters.SetItem(parameter, value) };

    public override string ToString() => $"{Region} {string.Join(' ', Parameters.Select(one => $"{one.Key}={one.Value}"))}";
}
