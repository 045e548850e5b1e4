using NodaTime;

namespace InstanceScheduler.Aws.Services;

/// <summary>An instance that carries the schedule tag, as its service lists it.</summary>
internal sealed record ManagedInstance
{
    public required string Id { get; init; }

    /// <summary>The tag's value; null when it is empty.</summary>
    public string? Schedule { get; init; }

    public required PowerState State { get; init; }

    public required string InstanceType { get; init; }

    /// <summary>Why it is never touched; null when it may be.</summary>
    public string? Untouchable { get; init; }

    /// <summary>AWS's code for the last transition (<c>Client.UserInitiatedShutdown</c>); null when none is given.</summary>
    public string? StateReason { get; init; }

    /// <summary>When the last transition was asked for, to the second; null when AWS does not say.</summary>
    public Instant? LastTransition { get; init; }
}
