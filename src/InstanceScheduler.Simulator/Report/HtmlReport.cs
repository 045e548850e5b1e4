using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InstanceScheduler.Simulator.Report;

/// <summary>Writes a report as one page that needs nothing else: no network, no further file, and no script to be read.</summary>
internal static class HtmlReport
{
    // What report.css gives the names, the margins and each day: media queries know no variables.
    private const double RemAroundDays = 21;
    private const double RemPerDay = 8.25;

    public static void Write(TextWriter writer, SimulationReport report)
    {
        var html = new HtmlOutput(writer);
        var clock = new ReportClock(report);
        var days = clock.Days().Count();
        var style = Asset("report.css")
            .Replace("$days", $"{days}", StringComparison.Ordinal)
            .Replace("$wide", string.Create(CultureInfo.InvariantCulture, $"{RemAroundDays + (RemPerDay * days)}rem"), StringComparison.Ordinal);
        var script = Asset("report.js");
        html.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="{Policy(style, script)}"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>{report.Title}</title>
            <style>
            """);
        html.WriteMarkup(style);
        html.Write($"""
            </style>
            </head>
            <body>
            <header>
            <h1>{report.Title}</h1>
            <p>{clock.Period()} <span class="aside">{clock.ZoneName()}, a decision every {ReportText.Length(report.Tick)}</span></p>
            </header>
            <main>

            """);
        SummarySection.Write(html, report);
        if (days >= YearSection.LeastDays)
        {
            YearSection.Write(html, report, clock);
        }

        if (days <= TimelineSection.MostDays)
        {
            TimelineSection.Write(html, report, clock);
        }

        ProblemSection.Write(html, report, clock);
        InstanceSection.Write(html, report);
        NotesSection.Write(html, report);
        html.Write($"""
            </main>
            <script>
            """);
        html.WriteMarkup(script);
        html.Write($"""
            </script>
            </body>
            </html>

            """);
    }

    // Hashes instead of 'unsafe-inline': should a name ever escape its place, nothing it brings along would run or paint.
    private static string Policy(string style, string script) =>
        $"default-src 'none'; style-src {Hash(style)}; script-src {Hash(script)}; base-uri 'none'; form-action 'none'";

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no resource \"{name}\".");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
