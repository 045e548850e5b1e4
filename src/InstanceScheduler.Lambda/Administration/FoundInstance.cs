using InstanceScheduler.Aws.Services;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>An instance that somebody asked for, and where it is.</summary>
/// <param name="View">Its target.</param>
/// <param name="Insight">What is known of it.</param>
internal sealed record FoundInstance(TargetView View, InstanceInsight Insight)
{
    /// <summary>The instance.</summary>
    public ManagedInstance Instance => Insight.Instance;
}
