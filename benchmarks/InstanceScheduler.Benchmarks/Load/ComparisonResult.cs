namespace InstanceScheduler.Benchmarks.Load;

/// <summary>CPU of a tick on which nothing changes, for two functions or two configurations, in ms: the median of processes, of each of which the least of some ticks counts.</summary>
/// <param name="Instances">Size of the fleet.</param>
/// <param name="Plain">Without what is asked about.</param>
/// <param name="Beside">With it.</param>
internal sealed record ComparisonResult(int Instances, double Plain, double Beside)
{
    /// <summary>What it costs, as a share of the tick.</summary>
    public double Share => Figures.Round(Beside / Plain - 1);

    /// <summary>Measures the two in turn, a fresh process each time, so that what the machine does beside falls on both alike.</summary>
    public static async Task<ComparisonResult> MeasureAsync(LoadSetting plain, LoadSetting beside, int runs)
    {
        var (one, other) = (new List<LoadResult>(), new List<LoadResult>());
        for (var run = 0; run < runs; run++)
        {
            one.Add(await LoadBenchmark.RunAsync(plain));
            other.Add(await LoadBenchmark.RunAsync(beside));
        }

        return new ComparisonResult(plain.Instances, Figures.Median(one, result => result.LeastQuietCpu), Figures.Median(other, result => result.LeastQuietCpu));
    }
}
