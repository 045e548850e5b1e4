using System.Globalization;
using System.Text;
using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>How many instances were on at each moment: the shape of the week at one glance.</summary>
internal static class LoadCurve
{
    public static void Write(HtmlOutput html, SimulationReport report, ReportClock clock)
    {
        var steps = Steps(report);
        var most = steps.Values.DefaultIfEmpty().Max();
        html.Write($"""
            <tbody class="load"><tr><th scope="row">All <small>at most {most} of {report.Instances.Count} on</small></th><td><svg class="lane" role="img" aria-label="Instances on at each moment, at most {most}">
            <use href="#days"/>
            <svg viewBox="0 0 {Number(clock.MinutesAfterStart(report.End))} {Math.Max(1, report.Instances.Count)}" preserveAspectRatio="none" width="100%" height="100%"><path class="sum" d="{Path(report, clock, steps)}"/></svg>
            </svg></td></tr></tbody>

            """);
    }

    private static SortedDictionary<Instant, int> Steps(SimulationReport report)
    {
        var steps = new SortedDictionary<Instant, int>();
        foreach (var span in report.Instances.SelectMany(instance => PowerSpans.Within(report.Start, report.End, instance.Spans)))
        {
            if (span.State is not (PowerState.Off or PowerState.Gone))
            {
                steps[span.From] = steps.GetValueOrDefault(span.From) + 1;
                steps[span.To] = steps.GetValueOrDefault(span.To) - 1;
            }
        }

        var running = 0;
        foreach (var instant in steps.Keys.ToList())
        {
            steps[instant] = running += steps[instant];
        }

        return steps;
    }

    private static string Path(SimulationReport report, ReportClock clock, SortedDictionary<Instant, int> steps)
    {
        var top = report.Instances.Count;
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M0 {top}");
        foreach (var (instant, on) in steps)
        {
            path.Append(CultureInfo.InvariantCulture, $"H{Number(clock.MinutesAfterStart(instant))}V{top - on}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{path}H{Number(clock.MinutesAfterStart(report.End))}V{top}Z");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
