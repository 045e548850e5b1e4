namespace InstanceScheduler.Simulator.Report;

/// <summary>The few figures that the page is opened for.</summary>
internal static class SummarySection
{
    public static void Write(HtmlOutput html, SimulationReport report)
    {
        var totals = ReportTotals.Of(report);
        html.Write($"""
            <section class="summary" aria-label="Summary">
            <dl>

            """);
        Figure(html, "Share of hours saved", ReportText.Percent(totals.SavedShare), $"of {ReportText.Hours(totals.Saved + totals.ManagedOn)} h", "lead");
        Figure(html, "Hours saved", ReportText.Hours(totals.Saved), "h", string.Empty);
        Figure(html, "Hours on, managed", ReportText.Hours(totals.ManagedOn), "h", string.Empty);
        if (report.Prices is { } prices && totals.MoneySaved is { } money)
        {
            var gap = totals.Unpriced == 0 ? string.Empty : $", {totals.Unpriced} without a price";
            Figure(html, "Money saved", ReportText.Money(money), prices.Currency + gap, string.Empty);
        }

        Figure(html, "Instances managed", $"{totals.Managed}", $"of {totals.Instances}", string.Empty);
        Figure(html, "Problems", $"{totals.Problems}", string.Empty, totals.Problems == 0 ? string.Empty : "bad");
        html.Write($"""
            </dl>
            </section>

            """);
    }

    private static void Figure(HtmlOutput html, string name, string value, string unit, string kind) => html.Write($"""
        <div class="{kind}"><dt>{name}</dt><dd>{value} <small>{unit}</small></dd></div>

        """);
}
