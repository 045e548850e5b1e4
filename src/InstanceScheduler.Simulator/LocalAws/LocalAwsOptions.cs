using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Simulator.LocalAws;

/// <summary>What the simulated AWS consists of; the defaults are the hub of the samples.</summary>
internal sealed record LocalAwsOptions
{
    public string HubAccount { get; init; } = "123456789012";

    public string HubRegion { get; init; } = "cn-north-1";

    /// <summary>Regions that exist; a request signed for any other is refused as AWS refuses it.</summary>
    public ImmutableArray<string> Regions { get; init; } = ["cn-north-1", "cn-northwest-1"];

    public bool HasRegion(string region) => Regions.Contains(region, StringComparer.Ordinal);

    public TransitionTimes TransitionTimes { get; init; } = new();

    public RdsTransitionTimes RdsTransitionTimes { get; init; } = new();

    /// <summary>How many calls <see cref="LocalAws.Calls"/> keeps in full (the latest); 0 keeps none. Totals are always kept.</summary>
    public int CallsKept { get; init; } = 100_000;

    /// <summary>
    /// Whether pages of EC2's listings are kept as they were written until something changes: for measuring others, at the price of
    /// 5 KB of memory per instance.
    /// </summary>
    public bool KeepsPages { get; init; }

    /// <summary>How many results of asynchronous invocations are kept (the latest).</summary>
    public int InvocationsKept { get; init; } = 1_000;

    /// <summary>Failed asynchronous invocations are tried twice more, as AWS does, but at once.</summary>
    public bool RetryAsyncInvocations { get; init; }
}
