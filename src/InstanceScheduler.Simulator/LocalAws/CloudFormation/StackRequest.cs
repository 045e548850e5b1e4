using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>What somebody wants of a stack.</summary>
/// <param name="Template">Read before.</param>
internal sealed record StackRequest(Template Template)
{
    /// <summary>Values by name; what is left out takes its default.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What was acknowledged.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>What becomes of a stack that cannot be made: <c>ROLLBACK</c>, <c>DELETE</c> or <c>DO_NOTHING</c>.</summary>
    public string OnFailure { get; init; } = "ROLLBACK";

    /// <summary>Completes when the functions of custom resources run: who deploys from within waits for it before it calls one.</summary>
    public Task Functions { get; init; } = Task.CompletedTask;
}
