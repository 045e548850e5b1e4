using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace InstanceScheduler.Simulator.Report;

/// <summary>Where days stand: a column for each ISO week, a row for each weekday, Monday first. All maps of a page share it.</summary>
internal sealed class YearGrid
{
    public const int Cell = 11;

    private const int Pitch = 13;
    private const int Left = 30;
    private const int Top = 18;
    private const int Foot = 14;
    private const int WeeksBetweenNumbers = 4;

    // A name needs some weeks of room.
    private const int WeeksOfName = 2;

    private readonly LocalDate _monday;
    private readonly IReadOnlyList<LocalDate> _dates;

    /// <param name="dates">The days of the play, in order; at least one.</param>
    public YearGrid(IReadOnlyList<LocalDate> dates) =>
        (_dates, _monday) = (dates, dates[0].With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)));

    public int Width => Left + (Pitch * Weeks) + 1;

    public static int Height => Bottom + Foot;

    private int Weeks => Column(_dates[^1]) + 1;

    private static int Bottom => Top + (Pitch * 7);

    public int X(LocalDate date) => Left + (Pitch * Column(date));

    public static int Y(LocalDate date) => Top + (Pitch * Row(date));

    /// <summary>Names of months and weekdays, numbers of weeks, and lines between months.</summary>
    public void Write(HtmlOutput html)
    {
        foreach (var day in (IsoDayOfWeek[])[IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday, IsoDayOfWeek.Sunday])
        {
            html.Write($"<text x=\"0\" y=\"{Top + (Pitch * ((int)day - 1)) + 9}\">{day.ToString()[..3]}</text>");
        }

        foreach (var first in Firsts())
        {
            if (Weeks - Column(first) >= WeeksOfName && DaysOfMonth(first) >= WeeksOfName * 7)
            {
                html.Write($"<text x=\"{X(first)}\" y=\"11\">{MonthName(first)}</text>");
            }

            if (first.Day == 1 && first != _dates[0])
            {
                html.Write($"<path class=\"month\" d=\"{Border(first)}\"/>\n");
            }
        }

        for (var week = 0; week + WeeksOfName <= Weeks; week++)
        {
            var number = WeekYearRules.Iso.GetWeekOfWeekYear(_monday.PlusWeeks(week));
            if (number % WeeksBetweenNumbers == 1 && number < 53)
            {
                html.Write($"<text x=\"{Left + (Pitch * week)}\" y=\"{Bottom + 11}\">W{number}</text>");
            }
        }

        html.Write($"\n");
    }

    private IEnumerable<LocalDate> Firsts() => _dates.Where((date, at) => at == 0 || date.Day == 1);

    private int DaysOfMonth(LocalDate first) => Period.DaysBetween(first, LocalDate.Min(_dates[^1].PlusDays(1), first.With(DateAdjusters.StartOfMonth).PlusMonths(1)));

    // The years are told by the page's head; the play may go on into another one.
    private string MonthName(LocalDate first) =>
        first.ToString(first.Month == 1 && first != _dates[0] ? "uuuu" : "MMM", CultureInfo.InvariantCulture);

    // Down to the first of a month, round it, and on: half a pitch of gap lies between the cells.
    private string Border(LocalDate first)
    {
        var (x, y) = (X(first) - 1, Y(first) - 1);
        return Row(first) == 0 ? $"M{x} {Top - 1}V{Bottom - 1}" : $"M{x} {Bottom - 1}V{y}H{x + Pitch}V{Top - 1}";
    }

    private int Column(LocalDate date) => Period.DaysBetween(_monday, date) / 7;

    private static int Row(LocalDate date) => (int)date.DayOfWeek - 1;
}
