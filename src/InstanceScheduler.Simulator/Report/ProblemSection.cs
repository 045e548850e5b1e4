namespace InstanceScheduler.Simulator.Report;

/// <summary>What went wrong, of the whole play first, then instance by instance.</summary>
internal static class ProblemSection
{
    public static void Write(HtmlOutput html, SimulationReport report, ReportClock clock)
    {
        html.Write($"""
            <section class="problems" aria-labelledby="problems">
            <h2 id="problems">Problems</h2>

            """);
        var problems = report.Problems.Concat(report.Instances.SelectMany(
            instance => instance.Problems.Select(text => new ReportProblem(text, instance.Label)))).ToList();
        if (problems.Count == 0)
        {
            html.Write($"<p>None.</p>\n");
        }
        else
        {
            html.Write($"<ul>\n");
            foreach (var problem in problems)
            {
                Item(html, problem, clock);
            }

            html.Write($"</ul>\n");
        }

        html.Write($"</section>\n");
    }

    private static void Item(HtmlOutput html, ReportProblem problem, ReportClock clock)
    {
        html.Write($"<li>");
        if (problem.Subject is { } subject)
        {
            html.Write($"<b><bdi>{subject}</bdi></b> ");
        }

        html.Write($"<bdi>{problem.Text}</bdi>");
        var seen = problem.FirstSeen is { } instant ? $"first {clock.At(instant)}" : string.Empty;
        var times = problem.Count == 1 ? string.Empty : $"{problem.Count} times";
        if (seen.Length + times.Length > 0)
        {
            html.Write($" <small>{string.Join(", ", new[] { times, seen }.Where(text => text.Length > 0))}</small>");
        }

        html.Write($"</li>\n");
    }
}
