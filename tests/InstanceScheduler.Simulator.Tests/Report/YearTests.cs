using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Report;

/// <summary>The map of a year: from Monday, 26 October 2026 on, in Shanghai.</summary>
public sealed class YearTests
{
    private static readonly WorkdayCalendar China = CalendarOf("cn");
    private static readonly WorkdayCalendar Plant = CalendarOf("plant");

    [Theory]
    [InlineData(1, false, true)]
    [InlineData(35, false, true)]
    [InlineData(36, true, true)]
    [InlineData(62, true, true)]
    [InlineData(63, true, false)]
    [InlineData(400, true, false)]
    public void Short_plays_are_told_by_the_hour_and_long_ones_by_the_day(int days, bool hasMaps, bool hasBars)
    {
        var page = Page(Long(days, Reports.Instance("i-1", [Reports.Span(0, 24 * days, PowerState.On)])));

        Assert.Equal((hasMaps, hasBars), (page.Descendants("section").Any(Is("year")), page.Descendants("section").Any(Is("timeline"))));
        Assert.Equal(hasMaps && !hasBars, page.Descendants("p").Any(text => text.Value.Contains("up to 62 days", StringComparison.Ordinal)));
        Assert.Equal(page.Descendants().Attributes("id").Count(), page.Descendants().Attributes("id").Select(id => id.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.Descendants("use").Attributes("href"), used => Assert.Contains(used.Value[1..], page.Descendants().Attributes("id").Select(id => id.Value)));
    }

    [Fact]
    public void A_day_stands_in_the_column_of_its_week_and_the_row_of_its_weekday()
    {
        var page = Page(Long(400, Reports.Instance("i-1", [])));

        var cells = Cells(page, 0);
        Assert.Equal(400, cells.Count);
        Assert.Equal((30, 18), PlaceOf(cells, "2026-10-26 Mon"));
        Assert.Equal((30, 18 + (6 * 13)), PlaceOf(cells, "2026-11-01 Sun"));
        Assert.Equal((30 + 13, 18), PlaceOf(cells, "2026-11-02 Mon"));
        Assert.Equal((30 + (9 * 13), 18 + (4 * 13)), PlaceOf(cells, "2027-01-01 Fri"));
        Assert.Equal(400, cells.Select(cell => PlaceOf([cell], "")).Distinct().Count());
        var texts = page.Descendants("g").Single(group => group.Attribute("id")?.Value == "year").Elements("text").Select(text => text.Value).ToList();
        Assert.Equal(["Mon", "Wed", "Fri", "Sun", "Nov", "Dec", "2027", "Feb", "Mar"], texts[..9]);
        Assert.Equal(["W45", "W49", "W1", "W5"], texts.Where(text => text.StartsWith('W') && char.IsDigit(text[1])).Take(4)); // beside W53 there is no room
        Assert.Equal(13, page.Descendants("path").Count(Is("month")));
    }

    // On paper and on narrow screens as well: no rule for them says a shade once more.
    [Fact]
    public void Each_shade_is_said_once_and_darker_than_the_one_before()
    {
        var style = Page(Long(400, Reports.Instance("i-1", []))).Descendants("style").Single().Value;
        var shades = Regex.Matches(style, @"\.h(?<level>\d+) \{ fill-opacity: (?<opacity>[\d.]+); \}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.Equal(Enumerable.Range(1, 11).Select(level => $"{level}"), shades.Select(shade => shade.Groups["level"].Value));
        var opacities = shades.Select(shade => decimal.Parse(shade.Groups["opacity"].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(opacities.Distinct().Order(), opacities);
        Assert.InRange(opacities[^1], 0.5m, 0.99m);
    }

    [Theory]
    [InlineData(0, "h0", "0.0")]
    [InlineData(0.01, "h1", "0.0")]
    [InlineData(2, "h1", "2.0")]
    [InlineData(2.5, "h2", "2.5")]
    [InlineData(9, "h5", "9.0")]
    [InlineData(12, "h6", "12.0")]
    [InlineData(12.02, "h6", "12.0")] // what it takes to stop adds no shade
    [InlineData(23.5, "h12", "23.5")]
    [InlineData(24, "h12", "24.0")]
    public void A_cell_is_as_dark_as_the_share_of_the_day(double hours, string level, string told)
    {
        var cell = Cells(Page(Long(36, Reports.Instance("i-1", [Reports.Span(24, 24 + hours, PowerState.On)]))), 0).Single(cell => cell.Value.StartsWith("2026-10-27", StringComparison.Ordinal));

        Assert.Equal((level, $"2026-10-27 Tue · {told} h"), (cell.Attribute("class")!.Value, cell.Value));
    }

    [Fact]
    public void Several_instances_share_the_day()
    {
        var report = Long(36, Reports.Instance("i-1", [Reports.Span(0, 24, PowerState.On)]), Reports.Instance("i-2", [Reports.Span(0, 24, PowerState.Off)]), Reports.Instance("i-3", [Reports.Span(0, 36, PowerState.On)], managed: false));

        Assert.Equal((0.5, Duration.FromHours(24)), Told(YearMaps.OfFleet(report, new ReportClock(report))));
        Assert.Equal("Managed instances", YearMaps.OfFleet(report, new ReportClock(report)).Name);
        Assert.Equal([(1, Duration.FromHours(24)), (0, Duration.Zero), (1, Duration.FromHours(24))], YearMaps.OfParts(report, new ReportClock(report)).Select(Told));
        Assert.Equal(["cn-office-hours", "cn-office-hours", "cn-office-hours, not managed"], YearMaps.OfParts(report, new ReportClock(report)).Select(map => map.About));

        var unmanaged = Long(36, report.Instances[2]);
        Assert.Equal(("All instances", 1.0), (YearMaps.OfFleet(unmanaged, new ReportClock(unmanaged)).Name, YearMaps.OfFleet(unmanaged, new ReportClock(unmanaged)).Days[0].Share));

        static (double Share, Duration On) Told(YearMap map) => (map.Days[0].Share, map.Days[0].On);
    }

    // Clocks change in London on the day before; a night and a day of 23 hours count as long as they were.
    [Fact]
    public void A_short_day_is_full_with_fewer_hours()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        var start = zone.AtStartOfDay(new LocalDate(2026, 3, 28)).ToInstant();
        var end = zone.AtStartOfDay(new LocalDate(2026, 3, 28).PlusDays(40)).ToInstant();
        var report = Long(40, Reports.Instance("i-1", [new PowerSpan(start, end, PowerState.On, PowerCause.Found, "")])) with { Start = start, End = end, DisplayZone = zone };

        var days = YearMaps.OfFleet(report, new ReportClock(report)).Days;

        Assert.Equal([24, 23, 24], days.Take(3).Select(day => day.On.TotalHours));
        Assert.All(days, day => Assert.Equal((1.0, 12), (day.Share, day.Level)));
    }

    [Theory]
    [InlineData("2026-02-13", "", false, false)]
    [InlineData("2026-02-14", "make-up day (cn, plant)", false, true)]
    [InlineData("2026-02-17", "holiday (cn, plant)", true, false)]
    [InlineData("2026-02-23", "holiday (cn)", true, false)]
    [InlineData("2026-08-03", "holiday (plant)", true, false)]
    [InlineData("2026-08-08", "", false, false)]
    [InlineData("2026-10-04", "holiday (cn), make-up day (plant)", true, true)]
    public void Days_are_marked_by_the_calendars_that_name_them(string day, string told, bool isHoliday, bool isMakeUpDay)
    {
        var marks = DayMarks.Of(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, [China, Plant]);

        Assert.Equal((told, isHoliday, isMakeUpDay), (marks.ToString(), marks.IsHoliday, marks.IsMakeUpDay));
    }

    [Fact]
    public void Marks_are_shapes_and_words_and_only_where_a_schedule_looks_at_the_calendar()
    {
        var report = Long(365, Reports.Instance("i-1", []) with { Calendars = [China] }, Reports.Instance("i-2", [])) with
        {
            Start = Reports.Shanghai.AtStartOfDay(new LocalDate(2026, 1, 1)).ToInstant(),
            End = Reports.Shanghai.AtStartOfDay(new LocalDate(2027, 1, 1)).ToInstant(),
        };
        var page = Page(report);

        Assert.Equal([33, 33, 0], Enumerable.Range(0, 3).Select(map => Cells(page, map).Count(cell => cell.Attribute("class")!.Value.EndsWith(" holiday", StringComparison.Ordinal))));
        Assert.Equal([6, 6, 0], Enumerable.Range(0, 3).Select(map => Maps(page)[map].Descendants("path").Count(Is("makeup"))));
        Assert.Contains("2026-02-17 Tue · holiday (cn) · 0.0 h", Cells(page, 1).Select(cell => cell.Value));
        Assert.Contains("2026-02-17 Tue · 0.0 h", Cells(page, 2).Select(cell => cell.Value));
    }

    [Fact]
    public void What_the_colours_say_stands_in_tables_too()
    {
        var report = Long(98, Reports.Instance("i-1", [Reports.Span(0, 24, PowerState.On), Reports.Span(24 * 6, 24 * 7, PowerState.On)], "api") with { Calendars = [Plant] });
        var page = Page(report);

        var tables = page.Descendants("details").Select(details => details.Descendants("tr").Select(row => string.Join('|', row.Elements().Select(cell => cell.Value))).ToList()).ToList();

        Assert.Equal(["Hours on by month", "Managed instances: hours on by day"], page.Descendants("summary").Select(summary => summary.Value));
        Assert.Equal(["Instances|Oct 2026|Nov 2026|Dec 2026|Jan 2027|Holidays|Make-up days|All days", "Managed instances|24.0|24.0|0.0|0.0|24.0|24.0|48.0", "api|24.0|24.0|0.0|0.0|24.0|24.0|48.0"], tables[0]);
        Assert.Equal("2026-W44|2026-10-26|holiday 24.0|0.0|0.0|0.0|0.0|0.0|make-up 24.0", tables[1][1]);
        Assert.Equal("2026-W53|2026-12-28|0.0|0.0|0.0|0.0|0.0|0.0|0.0", tables[1][10]);
        Assert.Equal(15, tables[1].Count);
    }

    [Theory]
    [InlineData(60, 60, 61, "i-0")]
    [InlineData(61, 1, 2, "office")] // by schedule
    [InlineData(61, 61, 61, "s-0")] // the rarest together
    public void Large_fleets_are_shown_by_schedule(int instances, int schedules, int maps, string first)
    {
        var rows = Enumerable.Range(0, instances).Select(number => Reports.Instance($"i-{number}", [Reports.Span(0, number, PowerState.On)], schedule: schedules == 1 ? "office" : $"s-{number}")).ToArray();
        var report = Long(36, rows);
        var parts = YearMaps.OfParts(report, new ReportClock(report));

        Assert.Equal(maps, Maps(Page(report)).Count);
        Assert.Equal(first, parts[0].Name);
        Assert.Equal(Enumerable.Range(0, instances).Sum(), parts.Sum(map => map.On.TotalHours));
        if (maps - 1 < schedules)
            Assert.Equal(("2 further schedules", "2 instances"), (parts[^1].Name, parts[^1].About));
    }

    [Fact]
    public void A_year_of_a_large_fleet_stays_a_page_that_opens()
    {
        var spans = Enumerable.Range(0, 365).Select(day => Reports.Span((24 * day) + 9, (24 * day) + 18, PowerState.On, reason: "period \"office\" of schedule \"office\" runs")).ToList();

        Assert.InRange(SizeOf(60, _ => "office"), 1_000_000, 3_500_000);
        Assert.InRange(SizeOf(500, number => $"s-{number % 80}"), 1_000_000, 3_500_000);

        int SizeOf(int count, Func<int, string> schedule) => Reports.Html(Long(365, [.. Enumerable.Range(0, count).Select(number => Reports.Instance($"i-{number:x17}", spans, schedule: schedule(number)))])).Length;
    }

    [Fact]
    public void Names_stay_text_on_maps_too()
    {
        var page = Page(Long(40, Reports.Instance("i-1", [], "<script>alert(1)</script>", "\"'&<b>")));

        Assert.Single(page.Descendants("script"));
        Assert.Contains(page.Descendants("figcaption"), caption => caption.Value == "<script>alert(1)</script> \"'&<b>");
    }

    // As a schedule of the table would find it.
    private static WorkdayCalendar CalendarOf(string name) => RawConfiguration.Read(new[]
    {
        """{"type":{"S":"calendar"},"name":{"S":"plant"},"extends":{"S":"cn"},"holidays":{"SS":["2026-08-03/2026-08-07","2026-10-26"]},"workdays":{"SS":["2026-02-23","2026-10-04","2026-11-01"]}}""",
        """{"type":{"S":"period"},"name":{"S":"office"},"weekdays":{"SS":["mon-fri"]}}""",
        $$$"""{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["office"]},"calendar":{"S":"{{{name}}}"}}""",
    }.Select(item => JsonDocument.Parse(item).RootElement)).Schedules["office"].Periods[0].Period.Calendar!;

    private static SimulationReport Long(int days, params InstanceTimeline[] instances) => Reports.Of(instances) with { End = Reports.Start + Duration.FromDays(days) };

    private static XDocument Page(SimulationReport report) => HtmlReportTests.Parse(Reports.Html(report));

    private static List<XElement> Maps(XDocument page) => [.. page.Descendants("figure").Descendants("svg")];

    private static List<XElement> Cells(XDocument page, int map) => [.. Maps(page)[map].Descendants("rect")];

    private static (int X, int Y) PlaceOf(IEnumerable<XElement> cells, string day)
    {
        var cell = cells.Single(cell => cell.Value.StartsWith(day, StringComparison.Ordinal));
        return ((int)cell.Attribute("x")!, (int)cell.Attribute("y")!);
    }

    private static Func<XElement, bool> Is(string kind) => element => element.Attribute("class")?.Value == kind;
}
