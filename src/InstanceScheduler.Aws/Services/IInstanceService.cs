using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services;

/// <summary>A port: one AWS service whose instances can be scheduled, in one account and region.</summary>
internal interface IInstanceService
{
    /// <summary>Whether it can change the type of an instance.</summary>
    bool CanResize { get; }

    /// <summary>Whether its listing tells when and why an instance last stopped.</summary>
    bool TellsTransitions { get; }

    /// <summary>Every instance that carries the tag, in all states, page by page as AWS gives them. Throws when nothing can be listed.</summary>
    /// <remarks>An instance can move from one page to the next while they are read, and is in both then.</remarks>
    IAsyncEnumerable<ServiceListing> ReadPagesAsync(string tagName, RunDeadline deadline);

    /// <summary>Starts instances, resized where asked; one failing never keeps the others from starting.</summary>
    Task<ActionOutcome> StartAsync(ImmutableArray<StartOrder> orders, RunDeadline deadline);

    /// <summary>Stops instances; one failing never keeps the others from stopping.</summary>
    Task<ActionOutcome> StopAsync(ImmutableArray<StopOrder> orders, RunDeadline deadline);

    /// <summary>Sets and removes tags; one problem per cause, and what failed is not tried again.</summary>
    Task<ImmutableArray<Problem>> TagAsync(ImmutableArray<TagChange> changes, RunDeadline deadline);

    /// <summary>Tells why instances whose start AWS accepted are stopped again, and what a person can do. Never throws.</summary>
    Task<ImmutableArray<Problem>> ExplainFailedStartsAsync(ImmutableArray<ManagedInstance> instances, RunDeadline deadline);
}
