using Spectre.Console;
using Spectre.Console.Rendering;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The report as a table in the terminal: fits 80 columns, grows with wider ones.</summary>
internal static class ConsoleTable
{
    private static readonly (string Name, int Width)[] Numbers = [("On h", 7), ("Saved h", 7), ("Starts", 6), ("Stops", 5), ("Faults", 6)];

    public static void Write(IAnsiConsole console, SimulationReport report)
    {
        var room = Math.Max(30, console.Profile.Width - Numbers.Sum(number => number.Width + 1) - 2);
        var schedule = room / 2;
        var table = new Table { Border = TableBorder.None, ShowRowSeparators = false };
        Column(table, "Instance", room - schedule, Justify.Left);
        Column(table, "Schedule", schedule, Justify.Left);
        foreach (var (name, width) in Numbers)
        {
            Column(table, name, width, Justify.Right);
        }

        var ambiguous = report.Instances.CountBy(instance => instance.Label, StringComparer.Ordinal)
            .Where(name => name.Value > 1).Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var target in report.Targets())
        {
            table.AddRow(Cell(target.Key.Region, Bold), Cell(target.Key.Account, Quiet));
            foreach (var instance in target)
            {
                var label = ambiguous.Contains(instance.Label) ? instance.InstanceId : instance.Label;
                Row(table, report, instance, Fit("  " + label, room - schedule), Fit(instance.Schedule ?? "-", schedule));
            }
        }

        Sums(table, report);
        console.Write(table);
        console.Write(Footer(report));
    }

    private static Style Quiet => new(Color.Grey);

    private static Style Bold => new(decoration: Decoration.Bold);

    private static void Column(Table table, string name, int width, Justify alignment) => table.AddColumn(
        new TableColumn(new Text(name, Quiet)) { Width = width, Alignment = alignment, NoWrap = true, Padding = new Padding(0, 0, 1, 0) });

    private static void Row(Table table, SimulationReport report, InstanceTimeline instance, string label, string schedule)
    {
        var totals = report.TotalsOf(instance);
        var style = instance.Managed ? Style.Plain : Quiet;
        table.AddRow(
            Cell(label, style),
            Cell(schedule, style),
            Cell(ReportText.Hours(totals.On), style),
            Cell(instance.Managed ? ReportText.Hours(totals.Saved) : "-", instance.Managed ? new Style(Color.Green) : style),
            Cell($"{instance.Starts}", style),
            Cell($"{instance.Stops}", style),
            Cell(instance.Problems.Count == 0 ? string.Empty : $"{instance.Problems.Count}", new Style(Color.Red)));
    }

    private static void Sums(Table table, SimulationReport report)
    {
        var totals = ReportTotals.Of(report);
        table.AddEmptyRow();
        table.AddRow(
            Cell("All instances", Bold),
            Cell($"{totals.Managed} of {totals.Instances} managed", Bold),
            Cell(ReportText.Hours(totals.On), Bold),
            Cell(ReportText.Hours(totals.Saved), Bold),
            Cell($"{totals.Starts}", Bold),
            Cell($"{totals.Stops}", Bold),
            Cell($"{report.Instances.Sum(instance => instance.Problems.Count)}", Bold));
    }

    private static Text Footer(SimulationReport report)
    {
        var totals = ReportTotals.Of(report);
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
