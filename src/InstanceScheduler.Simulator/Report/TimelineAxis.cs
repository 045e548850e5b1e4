using System.Globalization;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The head of the timeline: days and hours of the local clock.</summary>
internal static class TimelineAxis
{
    private static readonly int[] LabelledHours = [6, 12, 18];

    public static void Write(HtmlOutput html, ReportClock clock)
    {
        html.Write($"""
            <thead>
            <tr><th scope="col">Instance <small>schedule</small></th><td><svg class="axis" role="img" aria-label="Days and hours, {clock.ZoneName()}">
            <defs><g id="days">

            """);
        Grid(html, clock);
        html.Write($"</g></defs>\n<use href=\"#days\"/>\n");
        foreach (var day in clock.Days())
        {
            // A stub of a day has no room for its name.
            var name = (day.To - day.From).TotalHours < 8 ? string.Empty : day.Date.ToString("ddd d MMM", CultureInfo.InvariantCulture);
            html.Write($"<text class=\"day\" x=\"{clock.Place(day.From)}\" dx=\"5\" y=\"16\">{name}</text>\n");
        }

        foreach (var hour in LabelledHours)
        {
            foreach (var instant in clock.AtHour(hour))
            {
                html.Write($"<text class=\"hour\" x=\"{clock.Place(instant)}\" y=\"32\">{hour}</text>");
            }
        }

        html.Write($"</svg></td></tr></thead>\n");
    }

    private static void Grid(HtmlOutput html, ReportClock clock)
    {
        foreach (var day in clock.Days())
        {
            if (day.IsWeekend)
            {
                html.Write($"<rect class=\"weekend\" x=\"{clock.Place(day.From)}\" width=\"{clock.Share(day.To - day.From)}\" height=\"100%\"/>\n");
            }

            html.Write($"<line class=\"midnight\" x1=\"{clock.Place(day.From)}\" x2=\"{clock.Place(day.From)}\" y2=\"100%\"/>\n");
        }

        foreach (var instant in clock.AtHour(12))
        {
            html.Write($"<line class=\"noon\" x1=\"{clock.Place(instant)}\" x2=\"{clock.Place(instant)}\" y2=\"100%\"/>\n");
        }
    }
}
