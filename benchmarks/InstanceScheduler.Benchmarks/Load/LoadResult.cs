namespace InstanceScheduler.Benchmarks.Load;

/// <summary>Figures of one process and a fleet of some size, or of many processes: times in ms.</summary>
/// <param name="Instances">Size of the fleet.</param>
/// <param name="PageBytes">XML per instance.</param>
/// <param name="ColdWall">The first tick of a fresh process.</param>
/// <param name="ColdCpu">Its CPU.</param>
/// <param name="QuietWall">A later tick on which nothing changes.</param>
/// <param name="QuietCpu">Its CPU.</param>
/// <param name="LeastQuietCpu">The least of some such ticks: what the machine does beside only ever adds.</param>
/// <param name="BareCpu">CPU of a bare XML pass over the same pages.</param>
/// <param name="Ratio">The least CPU of a quiet tick in bare passes, of which the least is taken too; 0 without instances.</param>
/// <param name="LocalAwsCpu">CPU that the local AWS used for that tick, none of the function's.</param>
/// <param name="DescribeCalls">Listing calls of that tick.</param>
/// <param name="QueryCalls">Reads of the state table.</param>
/// <param name="WriteCalls">Writes to any table.</param>
/// <param name="ReadCalls">Other reads of tables.</param>
/// <param name="LogBytes">What the function logged at that tick.</param>
/// <param name="PeakMegabytes">The most memory that the process held.</param>
internal sealed record LoadResult(
    int Instances, double PageBytes, double ColdWall, double ColdCpu, double QuietWall, double QuietCpu, double LeastQuietCpu, double BareCpu, double Ratio, double LocalAwsCpu,
    long DescribeCalls, long QueryCalls, long WriteCalls, long ReadCalls, double LogBytes, double PeakMegabytes)
{
    public static LoadResult MedianOf(IReadOnlyList<LoadResult> runs) => new(
        runs[0].Instances, Median(runs, run => run.PageBytes), Median(runs, run => run.ColdWall), Median(runs, run => run.ColdCpu),
        Median(runs, run => run.QuietWall), Median(runs, run => run.QuietCpu), Median(runs, run => run.LeastQuietCpu), Median(runs, run => run.BareCpu), Median(runs, run => run.Ratio), Median(runs, run => run.LocalAwsCpu),
        // A call too many in a single process is one too many.
        runs.Max(run => run.DescribeCalls), runs.Max(run => run.QueryCalls), runs.Max(run => run.WriteCalls), runs.Max(run => run.ReadCalls),
        Median(runs, run => run.LogBytes), Median(runs, run => run.PeakMegabytes));

    private static double Median(IReadOnlyList<LoadResult> runs, Func<LoadResult, double> figure) => Figures.Median(runs, figure);
}
