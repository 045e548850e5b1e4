using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Core.Usage;
using NodaTime;
using NodaTime.Testing.TimeZones;
using NodaTime.Text;

namespace InstanceScheduler.Core.Tests.Schedules;

public sealed class DaylightSavingTests
{
    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    // Two zones with one jump each, on 1 June 2020: in the one 01:59 is followed by 03:00, in the other by a second 01:00.
    private static readonly DateTimeZone Forward = new SingleTransitionDateTimeZone(Instant.FromUtc(2020, 6, 1, 2, 0), 0, 1);
    private static readonly DateTimeZone Back = new SingleTransitionDateTimeZone(Instant.FromUtc(2020, 6, 1, 1, 0), 1, 0);

    public static TheoryData<string, string, string, string, string> WorkedDaysOfThePage()
    {
        var rows = new TheoryData<string, string, string, string, string>();
        foreach (var cells in WorkedDays.WithColumn("Wish"))
            rows.Add(cells[0], cells[1], cells[2], cells[3], cells[4]);
        return rows;
    }

    public static TheoryData<string, string, string, string, string, string> UsageOfThePage()
    {
        var rows = new TheoryData<string, string, string, string, string, string>();
        foreach (var cells in WorkedDays.WithColumn("Runs"))
            rows.Add(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        return rows;
    }

    [Fact]
    public void The_page_has_all_its_rows() =>
        Assert.Equal((26, 12), (WorkedDaysOfThePage().Count, UsageOfThePage().Count));

    [Theory]
    [MemberData(nameof(WorkedDaysOfThePage))]
    public void Wish_on_a_worked_day(string zone, string periods, string instant, string clock, string wish)
    {
        var schedule = Schedule(ZoneNames.Find(zone)!, periods);
        var at = Minute.Parse(instant).Value;
        Assert.Equal(clock, LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at.InZone(schedule.Zone).TimeOfDay));
        Assert.Equal(wish, ScheduleEvaluator.Evaluate(schedule, at).State.ToString(), ignoreCase: true);
    }

    [Theory]
    [MemberData(nameof(UsageOfThePage))]
    public void Usage_on_a_worked_day(string zone, string period, string date, string runs, string hours, string seconds)
    {
        var schedule = Schedule(ZoneNames.Find(zone)!, period == "all day" ? "-" : period);
        var usage = UsageCalculator.On(schedule, LocalDatePattern.Iso.Parse(date).Value);
        var intervals = usage.Intervals.Select(interval => $"{interval.Begin:HH:mm}-{interval.End:HH:mm}");
        Assert.Equal(runs == "-" ? "" : runs, string.Join(", ", intervals));
        Assert.Equal((hours, seconds), ($"{usage.BillingHours}", $"{usage.BillingSeconds}"));
    }

    [Theory]
    // The last minute before the gap and the first behind it.
    [InlineData("02:30-05:00", "01:59", "stopped")]
    [InlineData("02:30-05:00", "02:00", "running")]
    [InlineData("02:10-02:50", "02:00", "stopped")]
    [InlineData("01:00-02:00", "01:59", "running")]
    [InlineData("01:00-02:00", "02:00", "stopped")]
    [InlineData("01:00-03:00", "02:00", "stopped")]
    [InlineData("01:00-03:01", "02:00", "running")]
    // Joined by the real minutes round the gap.
    [InlineData("01:00-02:00, 03:01-04:00", "02:00", "running")]
    [InlineData("01:00-01:59, 03:00-04:00", "01:59", "running")]
    [InlineData("01:00-01:58, 03:00-04:00", "01:59", "stopped")]
    public void An_hour_is_skipped(string periods, string utc, string wish) => Check(Forward, periods, utc, wish);

    [Theory]
    // The first round, 00:00 to 01:00 UTC, and the second, 01:00 to 02:00 UTC.
    [InlineData("01:15-01:45", "00:14", "stopped")]
    [InlineData("01:15-01:45", "00:15", "running")]
    [InlineData("01:15-01:45", "00:45", "stopped")]
    [InlineData("01:15-01:45", "01:14", "stopped")]
    [InlineData("01:15-01:45", "01:15", "running")]
    [InlineData("01:15-01:45", "01:45", "stopped")]
    // Begin and end on the jump itself.
    [InlineData("01:00-02:00", "00:59", "running")]
    [InlineData("01:00-02:00", "01:00", "running")]
    [InlineData("01:00-02:00", "01:59", "running")]
    [InlineData("01:00-02:00", "02:00", "stopped")]
    [InlineData("02:00-03:00", "00:59", "stopped")]
    [InlineData("02:00-03:00", "01:00", "stopped")]
    [InlineData("02:00-03:00", "02:00", "running")]
    public void An_hour_is_shown_twice(string periods, string utc, string wish) => Check(Back, periods, utc, wish);

    [Theory]
    // zone                 from                  to
    [InlineData("America/New_York", "2024-03-10T07:00Z", "-05", "-04")]
    [InlineData("America/New_York", "2024-11-03T06:00Z", "-04", "-05")]
    [InlineData("Australia/Lord_Howe", "2024-04-06T15:00Z", "+11", "+10:30")]
    [InlineData("Australia/Lord_Howe", "2024-10-05T15:30Z", "+10:30", "+11")]
    [InlineData("Asia/Shanghai", "1991-09-14T17:00Z", "+09", "+08")]
    public void Zone_data_knows_the_change(string zone, string instant, string before, string after)
    {
        var at = Minute.Parse(instant).Value;
        var interval = ZoneNames.Find(zone)!.GetZoneInterval(at);
        Assert.Equal(at, interval.Start);
        Assert.Equal((before, after), (Offset(at - Duration.Epsilon), Offset(at)));

        string Offset(Instant moment) => ZoneNames.Find(zone)!.GetUtcOffset(moment).ToString("g", null);
    }

    [Fact]
    public void Shanghai_has_not_changed_its_clocks_since() =>
        Assert.Single(ZoneNames.Find("Asia/Shanghai")!.GetZoneIntervals(Instant.FromUtc(1991, 9, 14, 17, 0), Instant.FromUtc(2100, 1, 1, 0, 0)));

    internal static Schedule Schedule(DateTimeZone zone, string periods)
    {
        var items = periods.Split(", ").Select((period, position) => TestItems.Period(
            $"p{position}", $"begintime={period.Split('-')[0]}", $"endtime={period.Split('-')[1]}")).ToList();
        var schedule = TestItems.Schedule("s", $"periods={string.Join(',', items.Select(item => item.Name))}");
        return TestItems.ReadSchedule([.. items, schedule]) with { Zone = zone };
    }

    private static void Check(DateTimeZone zone, string periods, string utc, string wish)
    {
        var at = Minute.Parse($"2020-06-01T{utc}Z").Value;
        Assert.Equal(wish, ScheduleEvaluator.Evaluate(Schedule(zone, periods), at).State.ToString(), ignoreCase: true);
    }
}
