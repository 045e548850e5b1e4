namespace InstanceScheduler.Core.Tests.Schedules;

/// <summary>The tables of <c>docs/daylight-saving.md</c> and <c>docs/calendars.md</c>, row by row.</summary>
internal static class WorkedDays
{
    /// <summary>Rows of all tables whose header has a column, as texts of their cells.</summary>
    public static IEnumerable<string[]> WithColumn(string column, string page = "daylight-saving.md")
    {
        var inTable = false;
        foreach (var cells in Lines(page))
        {
            if (cells is null || cells.All(cell => cell.Trim('-').Length == 0 && cell.Length > 2))
                inTable &= cells is not null;
            else if (cells.Contains(column, StringComparer.Ordinal))
                inTable = true;
            else if (inTable)
                yield return cells;
        }
    }

    // The cells of a table's line, null for any other line.
    private static IEnumerable<string[]?> Lines(string page) => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, page))
        .Select(line => line.StartsWith('|') ? line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray() : null);
}
