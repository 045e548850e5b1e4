namespace InstanceScheduler.Simulator.Report;

/// <summary>The key to the timeline, and the pattern that its swatches and bars share.</summary>
internal static class TimelineLegend
{
    public static void Write(HtmlOutput html)
    {
        html.Write($"""
            <svg class="defs" width="0" height="0" aria-hidden="true"><defs>
            <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="2.2" height="5"/></pattern>
            </defs></svg>
            <ul class="legend">

            """);
        Entry(html, "on", "on, managed");
        Entry(html, "on other", "on, not managed");
        Entry(html, "move", "starting or stopping");
        html.Write($"""
            <li><svg width="26" height="14" aria-hidden="true"><line class="base" x1="0" x2="26" y1="7" y2="7"/></svg>off</li>
            <li><svg width="26" height="14" aria-hidden="true"><rect class="gone" x="0" y="1" width="26" height="12"/></svg>gone</li>
            <li><svg width="14" height="14" aria-hidden="true"><circle class="hand" cx="7" cy="7" r="4"/></svg>by hand</li>
            <li><svg width="26" height="14" aria-hidden="true"><rect class="weekend" width="26" height="14"/></svg>weekend</li>
            </ul>

            """);
    }

    private static void Entry(HtmlOutput html, string kind, string name) => html.Write($"""
        <li><svg width="26" height="14" aria-hidden="true"><rect class="{kind}" x="0" y="1" width="26" height="12"/></svg>{name}</li>

        """);
}
