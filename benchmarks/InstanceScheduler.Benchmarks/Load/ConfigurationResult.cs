namespace InstanceScheduler.Benchmarks.Load;

/// <summary>What a large configuration adds to a tick of the published function: read from the table over loopback, and made sense of. CPU in ms.</summary>
/// <param name="Schedules">How many, with three periods each.</param>
/// <param name="Cold">Added to the first tick of a fresh process.</param>
/// <param name="Warm">Added to a later tick.</param>
internal sealed record ConfigurationResult(int Schedules, double Cold, double Warm)
{
    private const int Ticks = 5;

    /// <summary>Measures two fresh processes, one with a large configuration and one without. Runs are within the tick, so that it is read once.</summary>
    public static async Task<ConfigurationResult> MeasureAsync(string function, int schedules)
    {
        var small = await TicksAsync(new LoadSetting(function, 0));
        var large = await TicksAsync(new LoadSetting(function, 0) { Items = OfficeItems.Beside(schedules) });
        return new ConfigurationResult(schedules, large.Cold - small.Cold, large.Warm - small.Warm);
    }

    public static ConfigurationResult MedianOf(IReadOnlyList<ConfigurationResult> runs) =>
        new(runs[0].Schedules, Figures.Median(runs, run => run.Cold), Figures.Median(runs, run => run.Warm));

    private static async Task<(double Cold, double Warm)> TicksAsync(LoadSetting setting)
    {
        var ten = OfficeStage.At("10:00");
        await using var function = await FunctionProcess.StartAsync(new OfficeStage(ten, setting.Items), setting);
        var cold = await function.TickWithinAsync(ten);
        var warm = new List<TickCost>();
        for (var tick = 1; tick <= Ticks; tick++)
            warm.Add(await function.TickWithinAsync(ten.AddMinutes(tick)));
        return (cold.Cpu, Figures.Median(warm, cost => cost.Cpu));
    }
}
