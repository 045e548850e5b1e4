using System.Collections.Immutable;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services;

/// <summary>A port: one AWS service whose instances can be scheduled, in one account and region.</summary>
internal interface IInstanceService
{
    /// <summary>Whether it can change the type of an instance.</summary>
    bool CanResize { get; }

    /// <summary>Every instance that carries the tag, in all states. Throws when the listing cannot be completed.</summary>
    Task<ImmutableArray<ManagedInstance>> ListAsync(string tagName, RunDeadline deadline);

    /// <summary>Starts instances; one failing never keeps the others from starting.</summary>
    Task<ActionOutcome> StartAsync(ImmutableArray<string> ids, RunDeadline deadline);

    /// <summary>Stops instances; one failing never keeps the others from stopping.</summary>
    Task<ActionOutcome> StopAsync(ImmutableArray<string> ids, RunDeadline deadline);
}
