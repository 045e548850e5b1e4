using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The week as a timetable: one row per instance, hours from left to right.</summary>
internal static class TimelineSection
{
    /// <summary>Days up to which a play is shown hour by hour; beyond them the page would be too large, and the bars too thin.</summary>
    public const int MostDays = 62;

    // Beyond this many rows the axis would be out of sight: the table then scrolls by itself below a fixed head.
    private const int RowsBeforeOwnScroll = 60;

    public static void Write(HtmlOutput html, SimulationReport report, ReportClock clock)
    {
        var size = report.Instances.Count > RowsBeforeOwnScroll ? "scroll tall" : "scroll";
        html.Write($"""
            <section class="timeline" aria-labelledby="timeline">
            <h2 id="timeline">When each instance was on</h2>

            """);
        TimelineLegend.Write(html);
        html.Write($"""
            <div class="{size}" role="region" aria-labelledby="timeline" tabindex="0">
            <table class="week">

            """);
        TimelineAxis.Write(html, clock);
        LoadCurve.Write(html, report, clock);
        foreach (var target in report.Targets())
        {
            var kind = report.HasDatabases ? $" {target.Key.Kind.Plural()}" : string.Empty;
            html.Write($"""
                <tbody>
                <tr class="target"><th scope="rowgroup">{target.Key.Region}{kind}</th><td>Account {target.Key.Account}</td></tr>

                """);
            foreach (var instance in target)
            {
                TimelineRow.Write(html, report, instance, clock);
            }

            html.Write($"</tbody>\n");
        }

        html.Write($"""
            </table>
            </div>
            <p class="readout" role="status">Hover over a bar to read what happened and why.</p>
            </section>

            """);
    }
}
