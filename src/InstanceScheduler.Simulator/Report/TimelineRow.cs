namespace InstanceScheduler.Simulator.Report;

/// <summary>One instance: its name, and its spans as bars on a line.</summary>
internal static class TimelineRow
{
    public static void Write(HtmlOutput html, SimulationReport report, InstanceTimeline instance, ReportClock clock)
    {
        var totals = report.TotalsOf(instance);
        var spans = PowerSpans.Within(report.Start, report.End, instance.Spans);
        html.Write($"<tr><th scope=\"row\" class=\"{(instance.Problems.Count > 0 ? "flagged" : string.Empty)}\"><bdi>{instance.Label}</bdi>");
        if (instance.Problems.Count > 0)
        {
            html.Write($"<b class=\"flag\" title=\"{string.Join(" ", instance.Problems)}\">!</b>");
        }

        html.Write($"<small><bdi>{instance.Schedule ?? "no schedule"}</bdi></small></th>");
        html.Write($"<td><svg class=\"lane\" role=\"group\" aria-label=\"{instance.Label}: on {ReportText.Hours(totals.On)} h\">");
        html.Write($"<use href=\"#days\"/><line class=\"base\" x2=\"100%\" y1=\"17\" y2=\"17\"/>\n");
        foreach (var span in spans)
        {
            html.Write($"<rect class=\"{Kind(instance, span)}\" x=\"{clock.Place(span.From)}\" y=\"8\" width=\"{clock.Share(span.Length)}\" height=\"18\">");
            Describe(html, instance, span, clock);
            html.Write($"</rect>\n");
        }

        foreach (var span in spans.Where(span => span.Cause == PowerCause.Human))
        {
            html.Write($"<circle class=\"hand\" cx=\"{clock.Place(span.From)}\" cy=\"17\" r=\"4\"/>");
        }

        html.Write($"</svg></td></tr>\n");
    }

    private static string Kind(InstanceTimeline instance, PowerSpan span) => span.State switch
    {
        PowerState.On => instance.Managed ? "on" : "on other",
        PowerState.Starting or PowerState.Stopping => "move",
        PowerState.Gone => "gone",
        _ => "off",
    };

    // One fact a line: the tooltip shows it so, and the script makes the read-out of it.
    private static void Describe(HtmlOutput html, InstanceTimeline instance, PowerSpan span, ReportClock clock)
    {
        var id = instance.Label == instance.InstanceId ? string.Empty : $" {instance.InstanceId}";
        var because = span.Reason.Length == 0 ? string.Empty : $": {span.Reason}";
        html.Write($"""
            <title>{instance.Label}{id}
            {clock.Range(span)} ({ReportText.Length(span.Length)})
            {ReportText.State(span.State)} {ReportText.Cause(span.Cause)}{because}
            {(instance.Schedule is { } schedule ? $"schedule {schedule}" : "no schedule tag")}</title>
            """);
    }
}
