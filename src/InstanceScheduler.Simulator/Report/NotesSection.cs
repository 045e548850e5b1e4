using System.Globalization;

namespace InstanceScheduler.Simulator.Report;

/// <summary>How the figures were counted, and what the play cost in calls.</summary>
internal static class NotesSection
{
    public static void Write(HtmlOutput html, SimulationReport report)
    {
        html.Write($"""
            <section class="notes" aria-labelledby="notes">
            <h2 id="notes">How to read the figures</h2>
            <p>An instance counts as on from the moment it starts until it is stopped. EC2 bills a little less, so that no saving is overstated.
            Hours saved are hours off of managed instances, compared with running round the clock; instances that the scheduler leaves alone save nothing.
            Volumes, addresses, storage and snapshots cost the same either way and are left out. A database in several availability zones counts its class
            twice, a cluster those of its members.</p>

            """);
        if (report.Prices is { } prices)
        {
            html.Write($"<p>Amounts are in {prices.Currency}, on demand, before any discount{(prices.Note is { } note ? $": {note}" : string.Empty)}.</p>\n");
        }

        if (report.CallCounts.Count > 0)
        {
            html.Write($"<h3>Calls of the function</h3>\n<ul class=\"calls\">\n");
            foreach (var call in report.CallCounts)
            {
                html.Write($"<li>{call.Operation} <b>{call.Count.ToString("#,0", CultureInfo.InvariantCulture)}</b></li>\n");
            }

            html.Write($"</ul>\n");
        }

        html.Write($"</section>\n");
    }
}
