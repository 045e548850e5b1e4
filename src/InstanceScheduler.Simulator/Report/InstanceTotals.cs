using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The hours of one instance, and what they come to.</summary>
/// <remarks>
/// EC2 bills an instance while it is <c>running</c>, and while it is <c>stopping</c> to hibernate. Starting and stopping count as on here
/// throughout, so that a saving is never overstated; it is a matter of minutes. Hours in which the instance was gone are neither.
/// </remarks>
/// <param name="On">On, starting or stopping.</param>
/// <param name="Off">Off.</param>
/// <param name="Saved">Off, where the scheduler manages the instance; else zero. Compared with an instance that always runs.</param>
/// <param name="MoneySaved">Null without a price for its types.</param>
internal sealed record InstanceTotals(Duration On, Duration Off, Duration Saved, decimal? MoneySaved)
{
    public static InstanceTotals Of(SimulationReport report, InstanceTimeline instance)
    {
        var on = Duration.Zero;
        var off = Duration.Zero;
        foreach (var span in PowerSpans.Within(report.Start, report.End, instance.Spans))
        {
            on += span.State is PowerState.Off or PowerState.Gone ? Duration.Zero : span.Length;
            off += span.State == PowerState.Off ? span.Length : Duration.Zero;
        }

        var saved = instance.Managed ? off : Duration.Zero;
        var money = report.Prices?.PriceOf(instance.PricedTypes) * (decimal)saved.TotalSeconds / 3600;
        return new InstanceTotals(on, off, saved, money);
    }
}
