namespace InstanceScheduler.Benchmarks.Load;

/// <summary>Figures of a function with the CPU of a small Lambda; times in seconds.</summary>
/// <param name="Memory">Size of the function in MB.</param>
/// <param name="Cores">What it has of a core.</param>
/// <param name="Instances">Size of the fleet.</param>
/// <param name="First">The first tick of a fresh process, from the tick's event to the end of its run.</param>
/// <param name="Quiet">A later tick on which nothing changes.</param>
/// <param name="Start">The tick that starts all instances.</param>
/// <param name="PeakMegabytes">The most memory that the process held, at whichever tick.</param>
internal sealed record SmallResult(int Memory, double Cores, int Instances, double First, double Quiet, double Start, double PeakMegabytes)
{
    private const double Milliseconds = 1000;

    /// <summary>Measures a process; null where this user may not limit CPU.</summary>
    /// <param name="setting">Its size of memory given.</param>
    public static async Task<SmallResult?> MeasureAsync(LoadSetting setting)
    {
        var memory = setting.Memory ?? throw new ArgumentException("A small function needs a size; give its memory.", nameof(setting));
        using var cpu = CpuGroup.TryCreate(memory);
        if (cpu is null)
            return null;
        var quiet = await LoadBenchmark.RunAsync(setting with { Cpu = cpu });
        var acting = setting.Instances == 0 ? null : await ActingBenchmark.RunAsync(setting with { Cpu = cpu });
        return new SmallResult(
            memory, Figures.Round(CpuGroup.CoresOf(memory)), setting.Instances, quiet.ColdWall / Milliseconds, quiet.QuietWall / Milliseconds,
            (acting?.Wall ?? 0) / Milliseconds, Math.Max(quiet.PeakMegabytes, acting?.PeakMegabytes ?? 0));
    }

    public static SmallResult MedianOf(IReadOnlyList<SmallResult> runs) => new(
        runs[0].Memory, runs[0].Cores, runs[0].Instances, Figures.Median(runs, run => run.First), Figures.Median(runs, run => run.Quiet),
        Figures.Median(runs, run => run.Start), Figures.Median(runs, run => run.PeakMegabytes));
}
