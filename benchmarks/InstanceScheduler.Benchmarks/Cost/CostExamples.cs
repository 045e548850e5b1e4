using System.Collections.Immutable;

namespace InstanceScheduler.Benchmarks.Cost;

/// <summary>Installations of several sizes.</summary>
internal static class CostExamples
{
    private static readonly ImmutableArray<int> Frequencies = [1, 5, 15, 60];

    private static readonly ImmutableArray<(int Accounts, int Regions, int Services, int Instances)> Sizes =
        [(1, 1, 1, 100), (1, 2, 2, 1_000), (10, 2, 2, 10_000), (100, 2, 2, 100_000), (1, 1, 1, 100_000)];

    public static ImmutableArray<CostInput> All { get; } =
        [.. from size in Sizes from minutes in Frequencies select new CostInput(size.Accounts, size.Regions, size.Services, size.Instances, minutes)];
}
