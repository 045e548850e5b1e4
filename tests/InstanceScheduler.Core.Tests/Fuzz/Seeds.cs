using System.Globalization;

namespace InstanceScheduler.Core.Tests.Fuzz;

/// <summary>Seeds of fuzz tests: always the same ones and, where it is set, that of the variable FUZZ_SEED, by which <c>.ci/run --full</c> tries another every time.</summary>
internal static class Seeds
{
    public static TheoryData<int> All => [20261123, 1438878419, .. Own];

    private static int[] Own => int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed) ? [seed] : [];
}
