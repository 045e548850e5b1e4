using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>How a stack stands.</summary>
/// <param name="Status"><c>CREATE_COMPLETE</c></param>
internal sealed record StackState(string Status)
{
    /// <summary>Null where nothing is to be said.</summary>
    public string? Reason { get; init; }

    /// <summary>Null where the stack was put together by hand.</summary>
    public StackTemplate? Template { get; init; }

    public ImmutableArray<string> Capabilities { get; init; } = [];

    public ImmutableArray<StackOutput> Outputs { get; init; } = [];

    public DateTimeOffset Created { get; init; }

    /// <summary>Null until the first update.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Whether CloudFormation is at it.</summary>
    public bool IsBusy => Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);
}
