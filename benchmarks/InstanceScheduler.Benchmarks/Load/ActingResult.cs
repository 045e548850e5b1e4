namespace InstanceScheduler.Benchmarks.Load;

/// <summary>Figures of the tick that starts a whole fleet, of one process or many: times in ms.</summary>
/// <param name="Instances">Size of the fleet.</param>
/// <param name="Tags">Whether instances are tagged when they start.</param>
/// <param name="Wall">Until the function had answered.</param>
/// <param name="Cpu">CPU of the function.</param>
/// <param name="Ec2Calls">Calls of EC2.</param>
/// <param name="WriteCalls">Writes to the state table, those of the next tick included, which sees what was done.</param>
/// <param name="LogBytes">What the function logged.</param>
/// <param name="PeakMegabytes">The most memory that the process held.</param>
internal sealed record ActingResult(
    int Instances, bool Tags, double Wall, double Cpu, long Ec2Calls, long WriteCalls, double LogBytes, double PeakMegabytes)
{
    public static ActingResult MedianOf(IReadOnlyList<ActingResult> runs) => new(
        runs[0].Instances, runs[0].Tags, Figures.Median(runs, run => run.Wall), Figures.Median(runs, run => run.Cpu),
        runs.Max(run => run.Ec2Calls), runs.Max(run => run.WriteCalls),
        Figures.Median(runs, run => run.LogBytes), Figures.Median(runs, run => run.PeakMegabytes));
}
