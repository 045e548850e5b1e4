namespace InstanceScheduler.Benchmarks.Load;

/// <summary>What one size of fleet costs a process of the published function.</summary>
/// <param name="Instances">How many there are.</param>
/// <param name="PageBytes">Bytes of XML per instance.</param>
/// <param name="ColdWall">The first tick of a fresh process, in ms.</param>
/// <param name="ColdCpu">Its CPU, in ms.</param>
/// <param name="QuietWall">A later tick on which nothing changes, in ms.</param>
/// <param name="QuietCpu">Its CPU, in ms.</param>
/// <param name="BareCpu">CPU of a bare XML pass over the same pages, in ms.</param>
/// <param name="LocalAwsCpu">CPU that the local AWS used for that tick, in ms; none of the function's.</param>
/// <param name="DescribeCalls">Listing calls of that tick.</param>
/// <param name="QueryCalls">Reads of the state table.</param>
/// <param name="WriteCalls">Writes to any table.</param>
/// <param name="PeakMegabytes">The most memory that the process held.</param>
internal sealed record LoadResult(
    int Instances, double PageBytes, double ColdWall, double ColdCpu, double QuietWall, double QuietCpu, double BareCpu, double LocalAwsCpu,
    long DescribeCalls, long QueryCalls, long WriteCalls, double PeakMegabytes)
{
    /// <summary>CPU of the quiet tick in bare passes; 0 without instances.</summary>
    public double Ratio => BareCpu > 0 ? QuietCpu / BareCpu : 0;
}
