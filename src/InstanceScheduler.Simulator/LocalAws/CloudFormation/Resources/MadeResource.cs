using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>A resource that was made for a stack.</summary>
/// <param name="PhysicalId">Its name in AWS, which is what <c>Ref</c> gives.</param>
/// <param name="Properties">Resolved; nobody changes them.</param>
internal sealed record MadeResource(string PhysicalId, JsonObject Properties)
{
    /// <summary>What <c>Fn::GetAtt</c> gives.</summary>
    public ImmutableDictionary<string, string> Attributes { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    public MadeResource With(string attribute, string value) => this with { Attributes = Attributes.SetItem(attribute, value) };
}
