using System.Collections.Immutable;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>What became of a request that succeeded.</summary>
/// <param name="PhysicalId">The resource's id from now on: another one than before makes CloudFormation delete the old.</param>
internal sealed record ResourceResult(string PhysicalId)
{
    /// <summary>Values for <c>Fn::GetAtt</c>.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
