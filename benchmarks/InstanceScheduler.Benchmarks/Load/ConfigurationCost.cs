using System.Collections.Immutable;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>CPU of ticks under a configuration, in ms, of one process; of several the least, since what the machine does beside only ever adds.</summary>
/// <param name="Cold">The first tick.</param>
/// <param name="Warm">The least of some later ticks.</param>
internal readonly record struct ConfigurationCost(double Cold, double Warm)
{
    private const int Ticks = 10;

    public static ConfigurationCost LeastOf(IReadOnlyList<ConfigurationCost> runs) => new(runs.Min(run => run.Cold), runs.Min(run => run.Warm));

    /// <summary>Measures a fresh process. The run is within the tick, so that the table is read once.</summary>
    public static async Task<ConfigurationCost> MeasureAsync(string function, ImmutableArray<string> items)
    {
        var ten = OfficeStage.At("10:00");
        await using var process = await FunctionProcess.StartAsync(new OfficeStage(ten, items), new LoadSetting(function, 0));
        var cold = await process.TickWithinAsync(ten);
        var warm = double.MaxValue;
        for (var tick = 1; tick <= Ticks; tick++)
            warm = Math.Min(warm, (await process.TickWithinAsync(ten.AddMinutes(tick))).Cpu);
        return new ConfigurationCost(cold.Cpu, warm);
    }
}
