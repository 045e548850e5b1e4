using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The sums over a report.</summary>
/// <param name="Instances">All instances.</param>
/// <param name="Managed">Those the scheduler manages.</param>
/// <param name="On">Hours on of all instances.</param>
/// <param name="ManagedOn">Hours on of the managed ones.</param>
/// <param name="Saved">Hours off of the managed ones.</param>
/// <param name="MoneySaved">Null without prices.</param>
/// <param name="Unpriced">Managed instances whose hours are in no amount for lack of a price.</param>
/// <param name="Starts">Starts of all instances.</param>
/// <param name="Stops">Stops of all instances.</param>
/// <param name="Problems">The problems of the report and of its instances, each cause once.</param>
internal sealed record ReportTotals(
    int Instances,
    int Managed,
    Duration On,
    Duration ManagedOn,
    Duration Saved,
    decimal? MoneySaved,
    int Unpriced,
    int Starts,
    int Stops,
    int Problems)
{
    /// <summary>Between 0 and 1: what part of the managed hours was off.</summary>
    public double SavedShare => Saved + ManagedOn == Duration.Zero ? 0 : Saved / (Saved + ManagedOn);

    public static ReportTotals Of(SimulationReport report)
    {
        var rows = report.Instances.Select(instance => (Instance: instance, Totals: report.TotalsOf(instance))).ToList();
        var managed = rows.Where(row => row.Instance.Managed).ToList();
        return new ReportTotals(
            rows.Count,
            managed.Count,
            Sum(rows.Select(row => row.Totals.On)),
            Sum(managed.Select(row => row.Totals.On)),
            Sum(managed.Select(row => row.Totals.Saved)),
            report.Prices is null ? null : managed.Sum(row => row.Totals.MoneySaved ?? 0),
            report.Prices is null ? 0 : managed.Count(row => row.Totals.MoneySaved is null),
            rows.Sum(row => row.Instance.Starts),
            rows.Sum(row => row.Instance.Stops),
            ProblemList.Of(report).Count);
    }

    private static Duration Sum(IEnumerable<Duration> durations) => durations.Aggregate(Duration.Zero, (sum, next) => sum + next);
}
