using System.Collections.Immutable;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>What a large configuration adds to a tick of the published function. CPU in ms.</summary>
/// <param name="Schedules">How many, with three periods each.</param>
/// <param name="Cold">What making sense of them adds to the first tick of a fresh process.</param>
/// <param name="Warm">The same at a later tick.</param>
/// <param name="TableCold">What reading them from the table adds to the first tick, by the SDK and over loopback.</param>
/// <param name="TableWarm">The same at a later tick.</param>
internal sealed record ConfigurationResult(int Schedules, double Cold, double Warm, double TableCold, double TableWarm)
{
    private const int Ticks = 5;

    /// <summary>Measures three fresh processes: with the items, with the same items under types that nobody knows, and without.</summary>
    public static async Task<ConfigurationResult> MeasureAsync(string function, int schedules)
    {
        var without = await TicksAsync(function, OfficeItems.Plain);
        var unread = await TicksAsync(function, OfficeItems.BesideUnread(schedules));
        var whole = await TicksAsync(function, OfficeItems.Beside(schedules));
        return new ConfigurationResult(schedules, whole.Cold - unread.Cold, whole.Warm - unread.Warm, unread.Cold - without.Cold, unread.Warm - without.Warm);
    }

    public static ConfigurationResult MedianOf(IReadOnlyList<ConfigurationResult> runs) => new(
        runs[0].Schedules, Figures.Median(runs, run => run.Cold), Figures.Median(runs, run => run.Warm),
        Figures.Median(runs, run => run.TableCold), Figures.Median(runs, run => run.TableWarm));

    // Within the tick, so that the table is read once.
    private static async Task<(double Cold, double Warm)> TicksAsync(string function, ImmutableArray<string> items)
    {
        var ten = OfficeStage.At("10:00");
        await using var process = await FunctionProcess.StartAsync(new OfficeStage(ten, items), new LoadSetting(function, 0));
        var cold = await process.TickWithinAsync(ten);
        var warm = new List<TickCost>();
        for (var tick = 1; tick <= Ticks; tick++)
            warm.Add(await process.TickWithinAsync(ten.AddMinutes(tick)));
        return (cold.Cpu, Figures.Median(warm, cost => cost.Cpu));
    }
}
