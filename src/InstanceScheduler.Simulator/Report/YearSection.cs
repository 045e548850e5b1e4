namespace InstanceScheduler.Simulator.Report;

/// <summary>The year at a glance: hours on, day by day, of the fleet and of its parts.</summary>
internal static class YearSection
{
    /// <summary>Days from which on a play is shown so.</summary>
    public const int LeastDays = 36;

    public static void Write(HtmlOutput html, SimulationReport report, ReportClock clock)
    {
        var fleet = YearMaps.OfFleet(report, clock);
        var parts = YearMaps.OfParts(report, clock);
        var grid = new YearGrid([.. fleet.Days.Select(day => day.Day.Date)]);
        html.Write($"""
            <section class="year" aria-labelledby="year-title">
            <h2 id="year-title">Hours on, day by day</h2>

            """);
        YearLegend.Write(html);
        html.Write($"<div class=\"fleet\" role=\"region\" aria-labelledby=\"year-title\" tabindex=\"0\">\n");
        YearHeat.Write(html, fleet, grid, isFirst: true);
        html.Write($"</div>\n<div class=\"maps\">\n");
        foreach (var part in parts)
        {
            YearHeat.Write(html, part, grid, isFirst: false);
        }

        html.Write($"</div>\n");
        YearTables.Write(html, fleet, parts);
        if (clock.Days().Count() > TimelineSection.MostDays)
        {
            html.Write($"<p class=\"aside\">When and why each instance was started and stopped is shown hour by hour for plays of up to {TimelineSection.MostDays} days: play a part of these days alone.</p>\n");
        }

        html.Write($"""
            <p class="readout" role="status">Hover over a day to read its hours.</p>
            </section>

            """);
    }
}
