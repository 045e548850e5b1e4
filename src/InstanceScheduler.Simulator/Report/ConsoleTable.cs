using InstanceScheduler.Simulator.Fleet;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The report as a table in the terminal: fits 80 columns, grows with wider ones.</summary>
internal static class ConsoleTable
{
    private const int LeastRoom = 20;

    private static readonly string[] Numbers = ["On h", "Saved h", "Starts", "Stops", "Problems"];

    public static void Write(IAnsiConsole console, SimulationReport report)
    {
        var rows = report.Instances.ToDictionary<InstanceTimeline, InstanceTimeline, string[]>(instance => instance, instance => Figures(report, instance), ReferenceEqualityComparer.Instance);
        var sums = Sums(report);

        // Figures are never cut: the names take what room is left.
        var widths = Numbers.Select((name, at) => rows.Values.Append(sums).Max(row => Math.Max(name.Length, row[at].Length))).ToArray();
        var room = Math.Max(LeastRoom, console.Profile.Width - widths.Sum(width => width + 1) - 2);
        var (names, schedules) = (room - (room / 2), room / 2);
        var table = new Table { Border = TableBorder.None, ShowRowSeparators = false };
        Column(table, "Instance", names, Justify.Left);
        Column(table, "Schedule", schedules, Justify.Left);
        foreach (var (name, width) in Numbers.Zip(widths))
        {
            Column(table, name, width, Justify.Right);
        }

        var ambiguous = report.Instances.CountBy(instance => (instance.Kind, instance.Label)).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet();
        foreach (var place in report.Targets().GroupBy(target => (target.Key.Account, target.Key.Region)))
        {
            table.AddRow(Cell(Fit(place.Key.Region, names), Bold), Cell(Fit(place.Key.Account, schedules), Quiet));
            foreach (var target in place)
            {
                if (report.HasDatabases)
                {
                    table.AddRow(Cell(Fit(" " + target.Key.Kind.Plural(), names), Quiet));
                }

                foreach (var instance in target)
                {
                    var label = ambiguous.Contains((instance.Kind, instance.Label)) ? instance.InstanceId : instance.Label;
                    Row(table, instance, rows[instance], Fit("  " + label, names), Fit(instance.Schedule ?? "-", schedules));
                }
            }
        }

        var totals = ReportTotals.Of(report);
        table.AddEmptyRow();
        table.AddRow(
            [
                Cell(Fit("All instances", names), Bold),
                Cell(Fit($"{totals.Managed} of {totals.Instances} managed", schedules), Bold),
                .. sums.Select(sum => Cell(sum, Bold)),
            ]);
        console.Write(table);
        console.Write(Footer(report, totals));
    }

    private static Style Quiet => new(Color.Grey);

    private static Style Bold => new(decoration: Decoration.Bold);

    private static void Column(Table table, string name, int width, Justify alignment) => table.AddColumn(
        new TableColumn(new Text(name, Quiet)) { Width = width, Alignment = alignment, NoWrap = true, Padding = new Padding(0, 0, 1, 0) });

    private static string[] Figures(SimulationReport report, InstanceTimeline instance)
    {
        var totals = report.TotalsOf(instance);
        return
        [
            ReportText.Hours(totals.On),
            instance.Managed ? ReportText.Hours(totals.Saved) : "-",
            $"{instance.Starts}",
            $"{instance.Stops}",
            instance.Problems.Count == 0 ? string.Empty : $"{instance.Problems.Count}",
        ];
    }

    // No sum of problems: one cause counts at each instance that it hits, but is one problem of the play.
    private static string[] Sums(SimulationReport report)
    {
        var totals = ReportTotals.Of(report);
        return [ReportText.Hours(totals.On), ReportText.Hours(totals.Saved), $"{totals.Starts}", $"{totals.Stops}", string.Empty];
    }

    private static void Row(Table table, InstanceTimeline instance, string[] figures, string label, string schedule)
    {
        var style = instance.Managed ? Style.Plain : Quiet;
        table.AddRow(
            Cell(label, style),
            Cell(schedule, style),
            Cell(figures[0], style),
            Cell(figures[1], instance.Managed ? new Style(Color.Green) : style),
            Cell(figures[2], style),
            Cell(figures[3], style),
            Cell(figures[4], new Style(Color.Red)));
    }

    private static Text Footer(SimulationReport report, ReportTotals totals)
    {
        var money = report.Prices is { } prices && totals.MoneySaved is { } amount
            ? $", {prices.Currency} {ReportText.Money(amount)}{(prices.Note is { } note ? $" ({VisibleText.Of(note)})" : string.Empty)}"
            : string.Empty;
        return new Text($"\nSaved {ReportText.Percent(totals.SavedShare)} of the managed hours{money}.\n");
    }

    private static Text Cell(string text, Style style) => new(VisibleText.Of(text), style);

    // Left to itself the table would break a name with blanks in it over several lines.
    private static string Fit(string text, int width)
    {
        var whole = new Segment(VisibleText.Of(text));
        return whole.CellCount() <= width ? whole.Text : Segment.Truncate(whole, width - 1)?.Text + "…";
    }
}
