using System.Collections.Immutable;

namespace InstanceScheduler.Aws.Notices;

/// <summary>All that a dry run would have done.</summary>
internal sealed record DryRunActions
{
    /// <summary>A dry run with nothing to do.</summary>
    public static readonly DryRunActions None = new();

    public ImmutableArray<DryRunAction> Starts { get; init; } = [];

    public ImmutableArray<DryRunAction> Stops { get; init; } = [];

    public ImmutableArray<DryRunAction> Resizes { get; init; } = [];

    public int Count => Starts.Length + Stops.Length + Resizes.Length;
}
