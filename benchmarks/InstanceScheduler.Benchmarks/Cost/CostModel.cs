using InstanceScheduler.Benchmarks.Load;
using InstanceScheduler.Benchmarks.Suite;

namespace InstanceScheduler.Benchmarks.Cost;

/// <summary>Works out a month's costs from measured figures.</summary>
/// <remarks>Each run is counted with a tick of its own, as it was measured: a little too much where a tick has many targets.</remarks>
/// <param name="results">The figures: small functions with 0 and 10,000 instances, and the ticks of those.</param>
/// <param name="prices">The prices.</param>
internal sealed class CostModel(SuiteResults results, Prices prices)
{
    private const int Measured = 10_000;
    private const int DaysPerMonth = 30;
    private const double MinutesPerMonth = DaysPerMonth * 24 * 60;
    private const int PageSize = 1000;
    private const double MegabytesPerGb = 1024;
    private const double BytesPerGb = 1_000_000_000;

    // An id of EC2 with its state, an intent, and the units of DynamoDB; see docs/limits.md.
    private const double StateBytes = 26;
    private const double IntentBytes = 54;
    private const double ReadUnit = 4096;
    private const double WriteUnit = 1024;

    // Lambda's own lines per invocation, an estimate.
    private const double PlatformLogBytes = 500;
    private const int Alarms = 7;
    private const int MetricsPerSchedule = 2;

    // Python, v1.3: seconds of CPU of a tick with nothing to do, and per instance.
    private const double ReferenceTick = 0.430;
    private const double ReferenceInstance = 0.000_52;

    /// <exception cref="InvalidOperationException">What is needed was not measured.</exception>
    public MonthlyCost Of(CostInput input)
    {
        var (idle, loaded) = (Small(input.Memory, 0), Small(input.Memory, Measured));
        var quiet = results.QuietOf(Measured) ?? throw Missing($"ticks with {Measured} instances");
        var acting = results.ActingOf(Measured, tags: false) ?? throw Missing($"starts of {Measured} instances");
        var (each, ticks, boundaries) = (input.InstancesEach, MinutesPerMonth / input.Minutes, (double)DaysPerMonth * input.Boundaries);
        var runs = ticks * input.Targets;
        var actingRuns = boundaries * input.Targets;

        var pages = Math.Max(1, Math.Ceiling(each / PageSize));
        var waiting = pages * input.ListingSeconds + (1 + quiet.ReadCalls + quiet.QueryCalls) * input.CallSeconds;
        var quietSeconds = idle.Quiet + each * (loaded.Quiet - idle.Quiet) / Measured + waiting;
        var actingSeconds = each * (loaded.Start - loaded.Quiet) / Measured;
        var referenceSeconds = (ReferenceTick + each * ReferenceInstance) / CpuGroup.CoresOf(input.Memory) + waiting;

        var invocations = ticks + runs;
        var gb = input.Memory / MegabytesPerGb;
        return new MonthlyCost(
            invocations,
            (runs * quietSeconds + actingRuns * actingSeconds) * gb,
            runs * referenceSeconds * gb,
            runs * (quiet.ReadCalls + Units(each * StateBytes, ReadUnit)),
            actingRuns * (2 * Units(each * IntentBytes, WriteUnit) + Units(each * StateBytes, WriteUnit)),
            (invocations * PlatformLogBytes + runs * quiet.LogBytes + actingRuns * each * (acting.LogBytes - quiet.LogBytes) / Measured) / BytesPerGb,
            MetricsPerSchedule * input.MetricSchedules, Alarms, prices);
    }

    private static double Units(double bytes, double unit) => Math.Max(1, Math.Ceiling(bytes / unit));

    private SmallResult Small(int memory, int instances) => results.SmallOf(memory, instances) ?? throw Missing(
        $"a function of {memory} MB (measured are {string.Join(", ", results.Small.Select(small => small.Memory).Distinct())} MB)");

    private static InvalidOperationException Missing(string what) => new($"The file of results lacks {what}; measure again with the command all.");
}
