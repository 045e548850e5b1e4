namespace InstanceScheduler.Simulator.Report;

/// <summary>The key to the maps.</summary>
internal static class YearLegend
{
    public static void Write(HtmlOutput html)
    {
        html.Write($"""
            <ul class="legend">
            <li>nothing on <svg class="heat" width="182" height="13" aria-hidden="true">
            """);
        for (var level = 0; level <= YearDay.Levels; level++)
        {
            html.Write($"<rect class=\"h{level}\" x=\"{1 + (level * 14)}\" y=\"1\" width=\"{YearGrid.Cell}\" height=\"{YearGrid.Cell}\"/>");
        }

        html.Write($"""
            </svg> all on round the clock</li>
            <li><svg class="heat" width="13" height="13" aria-hidden="true"><rect class="h0 holiday" x="1" y="1" width="11" height="11"/></svg>holiday</li>
            <li><svg class="heat" width="13" height="13" aria-hidden="true"><rect class="h3" x="1" y="1" width="11" height="11"/><path class="makeup" d="{YearHeat.Corner(1, 1)}"/></svg>make-up day</li>
            </ul>

            """);
    }
}
