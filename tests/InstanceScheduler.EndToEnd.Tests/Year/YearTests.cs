using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Previews;
using InstanceScheduler.EndToEnd.Tests.Plays;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Report;
using NodaTime;
using NodaTime.Text;
using Xunit.Abstractions;

namespace InstanceScheduler.EndToEnd.Tests.Year;

/// <summary>The year 2026 of the sample fleet at hourly ticks: a calendar, a night shift and two overrides.</summary>
[Trait("Category", "Year")]
public sealed class YearTests(YearPlay year, ITestOutputHelper output) : IClassFixture<YearPlay>
{
    private static readonly Duration Stop = Duration.FromTimeSpan(new TransitionTimes().Stop);

    // Nobody can stop these; the report has to say so.
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["web-asg-staging"] = "it belongs to an Auto Scaling group",
        ["legacy-ftp"] = "its root volume is an instance store",
        ["gitlab-runner-spot"] = "one-time Spot Instance request",
    };

    // With a wish for nothing they stay as they are, which the bare wishes do not tell.
    private static readonly string[] OneSided = ["early-start", "off-at-nine"];

    [Fact]
    public void Every_tick_ends_as_the_schedules_want_by_a_reading_of_its_own()
    {
        var refused = Refused.Keys.Select(name => PlaySightings.IdOf(FleetKind.Instance, year.Row(name).Region, year.Row(name).InstanceId));

        output.WriteLine($"{year.Ticks} ticks, {year.Judgements} judgements, {year.Report.Instances.Sum(row => row.Starts)} starts, {year.Report.Instances.Sum(row => row.Stops)} stops");
        Assert.Equal(365 * 24, year.Ticks);
        Assert.InRange(year.Judgements, 200_000, int.MaxValue);
        Assert.Equal(refused.Order(StringComparer.Ordinal), year.Deviations.Keys.Order(StringComparer.Ordinal));
        Assert.All(Refused, refusal => Assert.Contains(year.Row(refusal.Key).Problems, problem => problem.Contains(refusal.Value, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_hours_of_the_report_add_up_to_those_of_the_preview()
    {
        var configuration = RawConfiguration.Read(YearPlay.Input.Config);
        var rows = year.Report.Instances.Where(row => row.Managed && !Refused.ContainsKey(row.Name!)).ToList();

        Assert.Equal(22, rows.Count);
        Assert.Empty(configuration.Problems);
        Assert.All(rows, row =>
        {
            var outlook = new Outlook(configuration.ScheduleOf(row.Schedule!)!)
            {
                Overrides = configuration.Overrides,
                Subject = new OverrideSubject("ec2", row.Account, row.Region, row.InstanceId, row.Schedule!),
            };
            var instance = YearPlay.Input.Fleet.Instances.Single(one => one.Id == row.InstanceId);
            Assert.Equal((row.Name, WantedHours.Of(outlook, instance, YearPlay.Input)), (row.Name, year.Report.TotalsOf(row).On));
        });
    }

    [Fact]
    public void The_hours_of_the_report_add_up_to_those_that_another_reading_wants()
    {
        var touched = YearPlay.Input.Humans.Select(action => action.Id).ToHashSet(StringComparer.Ordinal);
        var rows = year.Report.Instances
            .Where(row => row.Managed && !Refused.ContainsKey(row.Name!) && !OneSided.Contains(row.Schedule) && !touched.Contains(row.InstanceId)).ToList();

        Assert.Equal(19, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            (row.Name, (YearPlay.Input.Tick * year.TicksWanted.GetValueOrDefault(row.InstanceId)) + (Stop * row.Stops)), (row.Name, year.Report.TotalsOf(row).On)));
    }

    [Fact]
    public void The_days_of_the_report_add_up_to_its_hours()
    {
        var clock = new ReportClock(year.Report);
        var parts = YearMaps.OfParts(year.Report, clock);

        Assert.Equal(
            year.Report.Targets().SelectMany(target => target).Select(row => (row.Label, year.Report.TotalsOf(row).On)),
            parts.Select(map => (map.Name, map.On)));
        Assert.Equal(ReportTotals.Of(year.Report).ManagedOn, YearMaps.OfFleet(year.Report, clock).On);
        Assert.All(parts, map => Assert.Equal(365, map.Days.Count));
    }

    // Found running on the first of January, it is stopped at once.
    [Fact]
    public void Spring_Festival_is_dark_and_the_make_up_weekends_are_lit()
    {
        var office = DaysOf("erp-training");

        Assert.All(office.Keys, date => Assert.Equal(
            YearPlay.Calendar.IsWorkday(date) ? Hours(9) + Stop : date == YearPlay.Input.FirstDay ? Stop : Duration.Zero, office[date].On));
        Assert.All(Enumerable.Range(15, 9), day => Assert.Equal((Duration.Zero, "holiday (cn)"), Told(office[new LocalDate(2026, 2, day)])));
        Assert.Equal(6, YearPlay.MakeUpDays.Count);
        Assert.All(YearPlay.MakeUpDays, day => Assert.Equal((Hours(9) + Stop, "make-up day (cn)"), Told(office[LocalDatePattern.Iso.Parse(day).Value])));
        Assert.Equal((33, 6), (office.Values.Count(day => day.Marks.IsHoliday), office.Values.Count(day => day.Marks.IsMakeUpDay)));
    }

    [Fact]
    public void A_night_belongs_to_the_evening_on_which_it_begins()
    {
        var night = DaysOf("etl-nightly");

        Assert.Equal(Hours(6) + Stop + Hours(4), night[new LocalDate(2026, 2, 14)].On);
        Assert.Equal(Hours(6) + Stop, night[new LocalDate(2026, 2, 15)].On);
        Assert.All(Enumerable.Range(16, 8), day => Assert.Equal(Duration.Zero, night[new LocalDate(2026, 2, day)].On));
        Assert.Equal(Hours(4), night[new LocalDate(2026, 2, 24)].On);
    }

    [Fact]
    public void Overrides_hold_from_their_begin_to_their_end()
    {
        var (fair, office) = (DaysOf("demo-weekend"), DaysOf("api-test"));

        Assert.Equal([Hours(16), Hours(20) + Stop], Enumerable.Range(6, 2).Select(day => fair[new LocalDate(2026, 6, day)].On));
        Assert.Contains(year.Row("demo-weekend").Spans, span => span.Reason.StartsWith("kept running by override \"trade-fair\"", StringComparison.Ordinal));
        Assert.Equal(
            [Hours(9) + Stop, Hours(3) + Stop, .. Enumerable.Repeat(Duration.Zero, 6), Hours(9) + Stop],
            new[] { new LocalDate(2026, 7, 31) }.Concat(Enumerable.Range(3, 8).Select(day => new LocalDate(2026, 8, day))).Select(date => office[date].On));
        Assert.Contains(year.Row("api-test").Spans, span => span.Reason.StartsWith("kept stopped by override \"power-works\"", StringComparison.Ordinal));
    }

    // A calendar of ours, one of the checker's, and what a public data set says: three that never saw each other.
    [Fact]
    public void The_checkers_calendar_is_that_of_a_public_data_set()
    {
        var published = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "chinese-days.txt")).Where(line => line.StartsWith("2026-", StringComparison.Ordinal));

        Assert.Equal(
            Enumerable.Range(1, 12).Select(month => $"2026-{month:00} {Month(month)}"),
            published);

        static string Month(int month) => string.Concat(Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(2026, month))
            .Select(day => YearPlay.Calendar.IsWorkday(new LocalDate(2026, month, day)) ? '#' : '.'));
    }

    private Dictionary<LocalDate, YearDay> DaysOf(string name) =>
        YearMap.Of(name, "", year.Report, new ReportClock(year.Report), [year.Row(name)]).Days.ToDictionary(day => day.Day.Date);

    private static (Duration On, string Marks) Told(YearDay day) => (day.On, day.Marks.ToString());

    private static Duration Hours(int hours) => Duration.FromHours(hours);
}
