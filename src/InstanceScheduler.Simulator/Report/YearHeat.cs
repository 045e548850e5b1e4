namespace InstanceScheduler.Simulator.Report;

/// <summary>One map: a cell for each day, the darker the more of its hours were on.</summary>
internal static class YearHeat
{
    public static void Write(HtmlOutput html, YearMap map, YearGrid grid, bool isFirst)
    {
        html.Write($"<figure><figcaption><bdi>{map.Name}</bdi> <small><bdi>{map.About}</bdi></small></figcaption>");
        html.Write($"<svg class=\"heat\" viewBox=\"0 0 {grid.Width} {YearGrid.Height}\" role=\"group\" aria-label=\"{map.Name}: on {ReportText.Hours(map.On)} h in {map.Days.Count} days\">\n");
        if (isFirst)
        {
            html.Write($"<defs><g id=\"year\">");
            grid.Write(html);
            html.Write($"</g></defs>\n");
        }

        html.Write($"<use href=\"#year\"/>\n");
        foreach (var weekday in map.Days.GroupBy(day => day.Day.Date.DayOfWeek).OrderBy(weekday => weekday.Key))
        {
            html.Write($"<g class=\"lane\">\n");
            foreach (var day in weekday)
            {
                Cell(html, day, grid);
            }

            html.Write($"</g>\n");
        }

        html.Write($"</svg></figure>\n");
    }

    private static void Cell(HtmlOutput html, YearDay day, YearGrid grid)
    {
        var (x, y) = (grid.X(day.Day.Date), YearGrid.Y(day.Day.Date));
        html.Write($"<rect class=\"h{day.Level}{(day.Marks.IsHoliday ? " holiday" : string.Empty)}\" x=\"{x}\" y=\"{y}\" width=\"{YearGrid.Cell}\" height=\"{YearGrid.Cell}\"><title>{day.Name} · ");
        if (day.Marks.IsHoliday || day.Marks.IsMakeUpDay)
        {
            html.Write($"{day.Marks.ToString()} · ");
        }

        html.Write($"{ReportText.Hours(day.On)} h</title></rect>");
        if (day.Marks.IsMakeUpDay)
        {
            html.Write($"<path class=\"makeup\" d=\"{Corner(x, y)}\"/>");
        }

        html.Write($"\n");
    }

    /// <summary>The upper right corner of a cell.</summary>
    public static string Corner(int x, int y) => $"M{x + 5} {y}h6v6z";
}
