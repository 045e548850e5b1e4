using InstanceScheduler.Cli.Terminal;
using Spectre.Console;

namespace InstanceScheduler.Cli.Output;

/// <summary>Prints tables: as wide as the terminal allows, as wide as they are where there is none.</summary>
internal static class TableText
{
    private const int LeastColumn = 10;

    public static void Write(CliTerminal terminal, IReadOnlyList<ResultTable> tables)
    {
        var console = terminal.Styled();
        for (var at = 0; at < tables.Count; at++)
        {
            if (at > 0)
                console.WriteLine();
            if (NeededWidth(tables[at]) <= console.Profile.Width || tables[at].Columns.Count * LeastColumn <= console.Profile.Width)
                Write(console, tables[at]);
            else
                WriteAsCards(console, tables[at]);
        }
    }

    // Many columns on a narrow terminal would be broken letter by letter: a row becomes a few lines instead.
    private static void WriteAsCards(IAnsiConsole console, ResultTable table)
    {
        WriteTitle(console, table);
        var widest = table.Columns.Max(column => column.Length);
        foreach (var row in table.Rows)
        {
            foreach (var (column, cell) in table.Columns.Zip(row).Where(field => field.Second.Length > 0))
            {
                console.Write(new Text(column.PadRight(widest + 2), new Style(decoration: Decoration.Bold)));
                console.Write(new Text(VisibleText.Of(cell) + "\n"));
            }

            console.WriteLine();
        }
    }

    private static int NeededWidth(ResultTable table) =>
        1 + table.Columns.Select((column, at) => 3 + Math.Max(column.Length, table.Rows.Select(row => row[at].Length).DefaultIfEmpty().Max())).Sum();

    private static void WriteTitle(IAnsiConsole console, ResultTable table)
    {
        if (table.Title is { } title)
            console.Write(new Text(title + "\n", new Style(decoration: Decoration.Bold)));
    }

    // What runs costs money: it is what one looks for.
    private static Style StyleOf(string column, string cell) => (column, cell) switch
    {
        ("State" or "Desired", "running") => new Style(Color.Green),
        ("State" or "Desired", "stopped") => new Style(Color.Grey),
        _ => Style.Plain,
    };

    private static void Write(IAnsiConsole console, ResultTable table)
    {
        WriteTitle(console, table);
        var grid = new Table { Border = TableBorder.Square, UseSafeBorder = true };
        foreach (var column in table.Columns)
            grid.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        foreach (var row in table.Rows)
            grid.AddRow(row.Zip(table.Columns).Select(cell => new Text(VisibleText.Of(cell.First), StyleOf(cell.Second, cell.First))));
        console.Write(grid);
    }
}
