namespace InstanceScheduler.Simulator.Report;

/// <summary>One instance: its name, and its spans as bars on a line.</summary>
internal static class TimelineRow
{
    private const int MostReasons = 5;

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

    // What was said already is not said again.
    private static List<ReasonChange> LaterReasons(InstanceTimeline instance, PowerSpan span)
    {
        var later = new List<ReasonChange>();
        foreach (var change in instance.Reasons.Where(change => span.From <= change.From && change.From < span.To))
        {
            if (!string.Equals(later.Count == 0 ? span.Reason : later[^1].Reason, change.Reason, StringComparison.Ordinal))
            {
                later.Add(change);
            }
        }

        return later;
    }

    // One fact a line: the tooltip shows it so, and the script makes the read-out of it.
    private static void Describe(HtmlOutput html, InstanceTimeline instance, PowerSpan span, ReportClock clock)
    {
        var id = instance.Label == instance.InstanceId ? string.Empty : $" {instance.InstanceId}";
        html.Write($"""
            <title>{instance.Label}{id}
            {clock.Range(span)} ({ReportText.Length(span.Length)})
            {ReportText.What(span)}

            """);
        var later = LaterReasons(instance, span);
        foreach (var change in later.Take(MostReasons))
        {
            html.Write($"since {clock.At(change.From)}: {change.Reason}\n");
        }

        if (later.Count > MostReasons)
        {
            html.Write($"and {later.Count - MostReasons} more\n");
        }

        html.Write($"{(instance.Schedule is { } schedule ? $"schedule {schedule}" : "no schedule tag")}");
        if (instance.Note is { } note)
        {
            html.Write($"\nnot managed: {note}");
        }

        html.Write($"</title>");
    }
}
