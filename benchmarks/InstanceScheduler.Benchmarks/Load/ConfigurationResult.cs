namespace InstanceScheduler.Benchmarks.Load;

/// <summary>What a large configuration adds to a tick of the published function. CPU in ms.</summary>
/// <param name="Schedules">How many, with three periods each.</param>
/// <param name="Cold">What making sense of them adds to the first tick of a fresh process.</param>
/// <param name="Warm">The same at a later tick.</param>
/// <param name="TableCold">What reading them from the table adds to the first tick, by the SDK and over loopback.</param>
/// <param name="TableWarm">The same at a later tick.</param>
internal sealed record ConfigurationResult(int Schedules, double Cold, double Warm, double TableCold, double TableWarm)
{
    /// <summary>Measures fresh processes in turn: without the items, with the same items under types that nobody knows, and with them.</summary>
    public static async Task<ConfigurationResult> MeasureAsync(string function, int schedules, int runs)
    {
        var (without, unread, read) = (new List<ConfigurationCost>(), new List<ConfigurationCost>(), new List<ConfigurationCost>());
        for (var run = 0; run < runs; run++)
        {
            without.Add(await ConfigurationCost.MeasureAsync(function, OfficeItems.Plain));
            unread.Add(await ConfigurationCost.MeasureAsync(function, OfficeItems.BesideUnread(schedules)));
            read.Add(await ConfigurationCost.MeasureAsync(function, OfficeItems.Beside(schedules)));
        }

        return Of(schedules, ConfigurationCost.LeastOf(without), ConfigurationCost.LeastOf(unread), ConfigurationCost.LeastOf(read));
    }

    private static ConfigurationResult Of(int schedules, ConfigurationCost without, ConfigurationCost unread, ConfigurationCost read) => new(
        schedules, Figures.Round(read.Cold - unread.Cold), Figures.Round(read.Warm - unread.Warm),
        Figures.Round(unread.Cold - without.Cold), Figures.Round(unread.Warm - without.Warm));
}
