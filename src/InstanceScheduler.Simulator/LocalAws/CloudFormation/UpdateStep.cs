namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>What an update did to a resource.</summary>
/// <param name="Before">Null: it was made.</param>
/// <param name="After">What it is now.</param>
internal sealed record UpdateStep(StackResource? Before, StackResource After)
{
    public bool IsReplacement => Before is not null && Before.PhysicalId != After.PhysicalId;
}
