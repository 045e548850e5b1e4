using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The maps in figures: whatever their colours say can be read here too.</summary>
internal static class YearTables
{
    public static void Write(HtmlOutput html, YearMap fleet, IReadOnlyList<YearMap> parts)
    {
        Months(html, fleet, parts);
        Weeks(html, fleet);
    }

    private static void Months(HtmlOutput html, YearMap fleet, IReadOnlyList<YearMap> parts)
    {
        var months = fleet.Days.Select(day => MonthOf(day)).Distinct().ToList();
        html.Write($"""
            <details><summary>Hours on by month</summary>
            <div class="scroll" role="region" aria-label="Hours on by month" tabindex="0">
            <table class="figures">
            <thead><tr><th scope="col">Instances</th>
            """);
        foreach (var month in months)
        {
            html.Write($"<th scope=\"col\" class=\"n\">{month.ToString("MMM uuuu", CultureInfo.InvariantCulture)}</th>");
        }

        html.Write($"<th scope=\"col\" class=\"n\">Holidays</th><th scope=\"col\" class=\"n\">Make-up days</th><th scope=\"col\" class=\"n\">All days</th></tr></thead>\n<tbody>\n");
        foreach (var map in parts.Prepend(fleet))
        {
            html.Write($"<tr><th scope=\"row\"><bdi>{map.Name}</bdi></th>");
            var byMonth = map.Days.ToLookup(MonthOf, day => day.On);
            foreach (var month in months)
            {
                Figure(html, byMonth[month].Aggregate(Duration.Zero, (sum, on) => sum + on));
            }

            Figure(html, map.Sum(day => day.Marks.IsHoliday));
            Figure(html, map.Sum(day => day.Marks.IsMakeUpDay));
            Figure(html, map.On);
            html.Write($"</tr>\n");
        }

        html.Write($"</tbody>\n</table>\n</div>\n</details>\n");
    }

    private static void Weeks(HtmlOutput html, YearMap fleet)
    {
        html.Write($"""
            <details><summary>{fleet.Name}: hours on by day</summary>
            <div class="scroll" role="region" aria-label="{fleet.Name}: hours on by day" tabindex="0">
            <table class="figures">
            <thead><tr><th scope="col">Week</th><th scope="col">From</th>
            """);
        foreach (var day in Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None))
        {
            html.Write($"<th scope=\"col\" class=\"n\">{day.ToString()[..3]}</th>");
        }

        html.Write($"</tr></thead>\n<tbody>\n");
        foreach (var week in fleet.Days.GroupBy(day => day.Day.Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday))))
        {
            html.Write($"<tr><th scope=\"row\">{WeekYearRules.Iso.GetWeekYear(week.Key)}-W{WeekYearRules.Iso.GetWeekOfWeekYear(week.Key).ToString("00", CultureInfo.InvariantCulture)}</th><td>{week.Key.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}</td>");
            var byDay = week.ToDictionary(day => day.Day.Date);
            foreach (var date in Enumerable.Range(0, 7).Select(week.Key.PlusDays))
            {
                html.Write($"<td class=\"n\">{(byDay.TryGetValue(date, out var day) ? Told(day) : string.Empty)}</td>");
            }

            html.Write($"</tr>\n");
        }

        html.Write($"</tbody>\n</table>\n</div>\n</details>\n");
    }

    private static LocalDate MonthOf(YearDay day) => day.Day.Date.With(DateAdjusters.StartOfMonth);

    private static void Figure(HtmlOutput html, Duration on) => html.Write($"<td class=\"n\">{ReportText.Hours(on)}</td>");

    private static string Told(YearDay day) =>
        (day.Marks.IsHoliday ? "holiday " : string.Empty) + (day.Marks.IsMakeUpDay ? "make-up " : string.Empty) + ReportText.Hours(day.On);
}
