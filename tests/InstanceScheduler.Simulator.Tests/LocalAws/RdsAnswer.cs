using System.Xml.Linq;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

/// <summary>What RDS answered on the wire.</summary>
public sealed record RdsAnswer(int Status, string Text)
{
    private static readonly XNamespace Rds = "http://rds.amazonaws.com/doc/2014-10-31/";

    public XElement Root { get; } = XElement.Parse(Text);

    /// <summary>The error's code; null where there is none.</summary>
    public string? Error => Root.Descendants(Rds + "Code").SingleOrDefault()?.Value;

    public string Message => Root.Descendants(Rds + "Message").Single().Value;

    public RdsAnswer Succeeded => Error is null ? this : throw new InvalidOperationException($"{Error}: {Message}");

    /// <summary>The only element of that name; null where there is none.</summary>
    public string? this[string name] => Root.Descendants(Rds + name).SingleOrDefault()?.Value;

    public string[] All(string name) => [.. Root.Descendants(Rds + name).Select(e => e.Value)];

    /// <summary>A child of each element of the outer name; <c>-</c> where it is missing.</summary>
    public string[] Each(string outer, string child) =>
        [.. Root.Descendants(Rds + outer).Select(e => e.Element(Rds + child)?.Value ?? "-")];

    /// <summary>Of the only cluster; other elements in it have a status too.</summary>
    public string ClusterStatus => Each("DBCluster", "Status").Single();

    public string Tags => string.Join(", ", Each("Tag", "Key").Zip(Each("Tag", "Value"), (key, value) => $"{key}={value}"));
}
