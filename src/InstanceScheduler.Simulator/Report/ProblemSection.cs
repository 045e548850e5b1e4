namespace InstanceScheduler.Simulator.Report;

/// <summary>What went wrong: each cause once, with the instances that it hit.</summary>
internal static class ProblemSection
{
    private const int MostInstances = 20;

    public static void Write(HtmlOutput html, SimulationReport report, ReportClock clock)
    {
        html.Write($"""
            <section class="problems" aria-labelledby="problems">
            <h2 id="problems">Problems</h2>

            """);
        var entries = ProblemList.Of(report);
        if (entries.Count == 0)
        {
            html.Write($"<p>None.</p>\n");
        }
        else
        {
            html.Write($"<ul>\n");
            foreach (var entry in entries)
            {
                Item(html, entry, clock);
            }

            html.Write($"</ul>\n");
        }

        html.Write($"</section>\n");
    }

    private static void Item(HtmlOutput html, ProblemEntry entry, ReportClock clock)
    {
        html.Write($"<li>");
        if (entry.Problem.Subject is { } subject)
        {
            html.Write($"<b><bdi>{subject}</bdi></b> ");
        }

        html.Write($"<bdi>{entry.Problem.Text}</bdi>");
        var seen = entry.Problem.FirstSeen is { } instant ? $"first {clock.At(instant)}" : string.Empty;
        var times = entry.Problem.Count == 1 ? string.Empty : $"{entry.Problem.Count} times";
        if (seen.Length + times.Length > 0)
        {
            html.Write($" <small>{string.Join(", ", new[] { times, seen }.Where(text => text.Length > 0))}</small>");
        }

        Instances(html, entry);
        html.Write($"</li>\n");
    }

    private static void Instances(HtmlOutput html, ProblemEntry entry)
    {
        if (entry.Instances.Count == 0)
        {
            return;
        }

        html.Write($"<div class=\"hit\">");
        foreach (var instance in entry.Instances.Take(MostInstances))
        {
            html.Write($"<a href=\"#{InstanceSection.Anchor(instance)}\"><bdi>{instance.Label}</bdi></a> ");
        }

        html.Write($"{(entry.Instances.Count > MostInstances ? $"and {entry.Instances.Count - MostInstances} more" : string.Empty)}</div>");
    }
}
