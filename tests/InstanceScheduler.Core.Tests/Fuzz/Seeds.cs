using System.Globalization;

namespace InstanceScheduler.Core.Tests.Fuzz;

/// <summary>Seeds of fuzz tests: one that is always the same, and one of chance, or of the variable FUZZ_SEED, to see again what it found.</summary>
internal static class Seeds
{
    public static TheoryData<int> All => [20261123, Own];

    // Chance is the point; the seed stands in the test's name and output.
    private static int Own => int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : Random.Shared.Next();
}
