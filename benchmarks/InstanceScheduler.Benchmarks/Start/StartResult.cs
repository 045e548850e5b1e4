namespace InstanceScheduler.Benchmarks.Start;

/// <summary>Figures of one process, or of many: times in ms.</summary>
/// <param name="SpawnToNext">From starting the process to its first question for work.</param>
/// <param name="FirstTick">A tick in the fresh process: settings, configuration, fan-out, run.</param>
/// <param name="WarmTick">A tick in the same process a minute later.</param>
/// <param name="PeakMegabytes">Most memory it ever held (Linux only, else 0).</param>
internal sealed record StartResult(double SpawnToNext, double FirstTick, double WarmTick, double PeakMegabytes)
{
    public static StartResult MedianOf(IReadOnlyList<StartResult> runs) => new(
        Figures.Median(runs, run => run.SpawnToNext), Figures.Median(runs, run => run.FirstTick),
        Figures.Median(runs, run => run.WarmTick), Figures.Median(runs, run => run.PeakMegabytes));
}
