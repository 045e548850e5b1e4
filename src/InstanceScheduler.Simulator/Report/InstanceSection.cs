using System.Globalization;
using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The figures of each instance, and their sums.</summary>
internal static class InstanceSection
{
    public static void Write(HtmlOutput html, SimulationReport report)
    {
        html.Write($"""
            <section aria-labelledby="instances">
            <h2 id="instances">Instance by instance</h2>
            <div class="scroll" role="region" aria-labelledby="instances" tabindex="0">
            <table class="figures">
            <thead><tr><th scope="col">Instance</th><th scope="col">Region</th><th scope="col">Service</th><th scope="col">Type</th><th scope="col">Schedule</th>
            <th scope="col" class="n">Hours on</th><th scope="col" class="n">Hours saved</th>
            """);
        if (report.Prices is { } prices)
        {
            html.Write($"<th scope=\"col\" class=\"n\">{prices.Currency} saved</th>");
        }

        html.Write($"""
            <th scope="col" class="n">Starts</th><th scope="col" class="n">Stops</th><th scope="col" class="n">Problems</th></tr></thead>
            <tbody>

            """);
        foreach (var instance in report.Targets().SelectMany(target => target))
        {
            Row(html, report, instance);
        }

        Sums(html, report);
        html.Write($"""
            </table>
            </div>
            </section>

            """);
    }

    /// <summary>The name of an instance's row, for links to it.</summary>
    public static string Anchor(InstanceTimeline instance) => instance.Kind == FleetKind.Instance
        ? "instance-" + instance.InstanceId
        : string.Create(CultureInfo.InvariantCulture, $"{instance.Kind}-{instance.Account}-{instance.Region}-{instance.InstanceId}").ToLowerInvariant();

    private static void Row(HtmlOutput html, SimulationReport report, InstanceTimeline instance)
    {
        var totals = report.TotalsOf(instance);
        var id = instance.Label == instance.InstanceId ? string.Empty : instance.InstanceId;
        html.Write($"<tr id=\"{Anchor(instance)}\"><th scope=\"row\"><bdi>{instance.Label}</bdi><small>{id}</small></th><td>{instance.Region}</td><td>{instance.Kind.Service()}</td><td>{instance.InstanceType}</td>");
        html.Write($"<td><bdi>{instance.Schedule ?? "–"}</bdi>");
        if (instance.Note is { } note)
        {
            html.Write($"<small class=\"note\"><bdi>not managed: {note}</bdi></small>");
        }

        html.Write($"</td>");
        html.Write($"<td class=\"n\">{ReportText.Hours(totals.On)}</td><td class=\"n\">{(instance.Managed ? ReportText.Hours(totals.Saved) : "–")}</td>");
        if (report.Prices is not null)
        {
            html.Write($"<td class=\"n\">{(instance.Managed && totals.MoneySaved is { } money ? ReportText.Money(money) : "–")}</td>");
        }

        html.Write($"<td class=\"n\">{instance.Starts}</td><td class=\"n\">{instance.Stops}</td>");
        html.Write($"<td class=\"n\">{(instance.Problems.Count == 0 ? string.Empty : $"{instance.Problems.Count}")}</td></tr>\n");
    }

    private static void Sums(HtmlOutput html, SimulationReport report)
    {
        var totals = ReportTotals.Of(report);
        html.Write($"</tbody>\n<tfoot><tr><th scope=\"row\" colspan=\"5\">All instances</th>");
        html.Write($"<td class=\"n\">{ReportText.Hours(totals.On)}</td><td class=\"n\">{ReportText.Hours(totals.Saved)}</td>");
        if (totals.MoneySaved is { } money)
        {
            html.Write($"<td class=\"n\">{ReportText.Money(money)}</td>");
        }

        html.Write($"<td class=\"n\">{totals.Starts}</td><td class=\"n\">{totals.Stops}</td>");

        // No sum of problems: one cause counts at each instance that it hits, but is one problem of the play.
        html.Write($"<td></td></tr></tfoot>\n");
    }
}
