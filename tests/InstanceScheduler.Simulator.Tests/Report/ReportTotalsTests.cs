using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Report;

public sealed class ReportTotalsTests
{
    [Fact]
    public void Starting_and_stopping_count_as_on_and_a_terminated_instance_saves_nothing()
    {
        var instance = Reports.Instance(
            "i-1",
            [
                Reports.Span(0, 9, PowerState.Off),
                Reports.Span(9, 10, PowerState.Starting),
                Reports.Span(10, 18, PowerState.On),
                Reports.Span(18, 19, PowerState.Stopping),
                Reports.Span(19, 24, PowerState.Off),
                Reports.Span(24, 48, PowerState.Gone),
            ]);

        var totals = Reports.Of(instance).TotalsOf(instance);

        Assert.Equal(new InstanceTotals(Duration.FromHours(10), Duration.FromHours(14), Duration.FromHours(14), 7m), totals);
    }

    [Fact]
    public void What_nobody_manages_saves_nothing_and_what_has_no_price_saves_no_money()
    {
        PowerSpan[] off = [Reports.Span(0, 48, PowerState.Off)];
        var report = Reports.Of(
            Reports.Instance("i-1", off), Reports.Instance("i-2", off, managed: false), Reports.Instance("i-3", off, type: "u-24tb1.metal"));

        var totals = ReportTotals.Of(report);

        Assert.Equal((3, 2, Duration.FromHours(96), 24m, 1), (totals.Instances, totals.Managed, totals.Saved, totals.MoneySaved, totals.Unpriced));
        Assert.Equal(1, totals.SavedShare);
        Assert.Null(ReportTotals.Of(report with { Prices = null }).MoneySaved);
        Assert.Equal(0, ReportTotals.Of(Reports.Of()).SavedShare);
    }

    // Law: where the spans cover the period, every hour of every instance is on, off or gone, and the sums are those of the rows.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Totals_add_up_to_the_timeline(int seed)
    {
        var random = new Random(seed);
        var report = Reports.Of([.. Enumerable.Range(0, 40).Select(number => Random(random, $"i-{number}"))]);
        var rows = report.Instances.Select(instance => (instance.Managed, Totals: report.TotalsOf(instance), Gone: Sum(instance, PowerState.Gone))).ToList();

        Assert.All(rows, row => Assert.Equal(report.Length, row.Totals.On + row.Totals.Off + row.Gone));
        Assert.All(rows, row => Assert.Equal(row.Managed ? row.Totals.Off : Duration.Zero, row.Totals.Saved));

        var totals = ReportTotals.Of(report);
        Assert.Equal(rows.Aggregate(Duration.Zero, (sum, row) => sum + row.Totals.On), totals.On);
        Assert.Equal(rows.Aggregate(Duration.Zero, (sum, row) => sum + row.Totals.Saved), totals.Saved);
        Assert.Equal(rows.Where(row => row.Managed).Sum(row => row.Totals.MoneySaved), totals.MoneySaved);
        Assert.InRange(totals.SavedShare, 0, 1);

        static Duration Sum(InstanceTimeline instance, PowerState state) =>
            instance.Spans.Where(span => span.State == state).Aggregate(Duration.Zero, (sum, span) => sum + span.Length);
    }

    private static InstanceTimeline Random(Random random, string id)
    {
        var cuts = Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(0, 48 * 60)).Append(0).Append(48 * 60).Order().ToList();
        var spans = cuts.Zip(cuts.Skip(1), (from, to) => Reports.Span(from / 60d, to / 60d, (PowerState)random.Next(5))).ToList();
        return Reports.Instance(id, spans, managed: random.Next(3) > 0, type: random.Next(2) == 0 ? "t3.large" : "t3.medium");
    }
}
