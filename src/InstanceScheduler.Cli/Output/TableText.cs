using InstanceScheduler.Cli.Terminal;
using Spectre.Console;

namespace InstanceScheduler.Cli.Output;

/// <summary>Prints tables: as wide as the terminal allows, as wide as they are where there is none.</summary>
internal static class TableText
{
    public static void Write(CliTerminal terminal, IReadOnlyList<ResultTable> tables)
    {
        var console = terminal.Styled();
        for (var at = 0; at < tables.Count; at++)
        {
            if (at > 0)
                console.WriteLine();
            Write(console, tables[at]);
        }
    }

    private static void Write(IAnsiConsole console, ResultTable table)
    {
        if (table.Title is { } title)
            console.Write(new Text(title + "\n", new Style(decoration: Decoration.Bold)));
        var grid = new Table { Border = TableBorder.Square, UseSafeBorder = true };
        foreach (var column in table.Columns)
            grid.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        foreach (var row in table.Rows)
            grid.AddRow(row.Select(cell => new Text(VisibleText.Of(cell))));
        console.Write(grid);
    }
}
