using System.Collections.Immutable;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>What the suite measures.</summary>
/// <param name="Function">A published bootstrap.</param>
internal sealed record SuitePlan(string Function)
{
    /// <summary>Small functions are slow, and differ little.</summary>
    private const int SmallShare = 4;

    /// <summary>They are short, and at the first of them the local AWS is being compiled, for which they wait.</summary>
    private const int FewestStarts = 20;

    /// <summary>Processes behind each median. Default 20.</summary>
    public int Runs { get; init; } = 20;

    public int SmallRuns => Math.Max(1, Runs / SmallShare);

    /// <summary>Processes that are started and end: as many as behind each other median, and 20 at least.</summary>
    public int Starts => Math.Max(FewestStarts, Runs);

    /// <summary>Sizes of fleets on whose ticks nothing changes.</summary>
    public ImmutableArray<int> Quiet { get; init; } = [0, 1_000, 10_000, 100_000];

    /// <summary>Sizes of fleets that are started.</summary>
    public ImmutableArray<int> Acting { get; init; } = [1_000, 10_000];

    /// <summary>Sizes of small functions, in MB.</summary>
    public ImmutableArray<int> Memories { get; init; } = [128, 256, 512];

    /// <summary>Whether single operations, large configurations and unused items are measured too. Default true.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>The function before it knew calendars and overrides; null: not compared.</summary>
    public string? Before { get; init; }

    /// <summary>Commit of <see cref="Before"/>.</summary>
    public string? BeforeCommit { get; init; }
}
