namespace InstanceScheduler.Aws.Notices;

/// <summary>What a dry run would have done to an instance.</summary>
/// <param name="Id">The instance.</param>
/// <param name="Schedule">Its schedule.</param>
/// <param name="InstanceType">Type it would have been given; null: its own.</param>
internal sealed record DryRunAction(string Id, string Schedule, string? InstanceType = null)
{
    public override string ToString() => InstanceType is null ? $"{Id} ({Schedule})" : $"{Id} ({Schedule}, to {InstanceType})";
}
