using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Core.Tests.Schedules;
using NodaTime;
using NodaTime.Text;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Calendars;

public sealed class WorkdayCalendarTests
{
    private const string Page = "calendars.md";

    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    public static TheoryData<string, string, string> WorkedDaysOfThePage()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var cells in WorkedDays.WithColumn("Matches", Page))
            rows.Add(cells[0], cells[1], cells[3]);
        return rows;
    }

    public static TheoryData<string, string, string> NightsOfThePage()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var cells in WorkedDays.WithColumn("Running", Page))
            rows.Add(cells[0], cells[1], cells[2]);
        return rows;
    }

    [Fact]
    public void The_page_has_all_its_rows() => Assert.Equal((42, 5), (WorkedDaysOfThePage().Count, NightsOfThePage().Count));

    [Theory]
    [MemberData(nameof(WorkedDaysOfThePage))]
    public void Condition_on_a_worked_day(string condition, string date, string matches)
    {
        var (field, text) = condition.Split(' ') is [var name, var quoted] ? (name, quoted.Trim('`')) : throw new FormatException(condition);
        var period = ReadSchedule(Period("p", $"{field}={text}"), Schedule("s", "periods=p", "calendar=cn")).Periods[0].Period;
        Assert.Equal(matches, period.HoldsOn(Date(date)) ? "yes" : "no");
    }

    [Theory]
    [MemberData(nameof(NightsOfThePage))]
    public void Night_on_a_worked_day(string instant, string clock, string running)
    {
        var schedule = ReadSchedule(
            Period("p", "begintime=22:00", "endtime=06:00", "weekdays=mon-fri"), Schedule("s", "periods=p", "calendar=cn", "timezone=Asia/Shanghai"));
        var at = Minute.Parse(instant).Value;
        Assert.Equal(clock, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(at.InZone(schedule.Zone).LocalDateTime));
        Assert.Equal(running[..2] == "no", ScheduleEvaluator.Evaluate(schedule, at).State == DesiredState.Stopped);
    }

    [Theory]
    // A line per month, # for a working day; make-expectation.sh writes them from the public data sets.
    [InlineData("chinese-days")]
    [InlineData("holiday-calendar")]
    public void Monday_to_Friday_are_the_working_days_of_public_data_sets(string dataSet)
    {
        var period = ReadSchedule(Period("p", "weekdays=mon-fri"), Schedule("s", "periods=p", "calendar=cn")).Periods[0].Period;
        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Calendars", "cn", $"{dataSet}.txt"));
        var months = Enumerable.Range(0, 60).Select(new LocalDate(2022, 1, 1).PlusMonths).Select(first =>
            $"{first.Year}-{first.Month:00} {string.Concat(Enumerable.Range(0, CalendarSystem.Iso.GetDaysInMonth(first.Year, first.Month)).Select(day => period.HoldsOn(first.PlusDays(day)) ? '#' : '.'))}");
        Assert.Equal(expected, months);
    }

    [Theory]
    // The period's calendar beats the schedule's, and none switches it off.
    [InlineData("cn", "", "2026-02-14", true)]
    [InlineData("", "cn", "2026-02-14", true)]
    [InlineData("cn", "none", "2026-02-14", false)]
    [InlineData("cn", "none", "2026-02-16", true)]
    [InlineData("none", "cn", "2026-02-16", false)]
    [InlineData("plant", "", "2026-08-03", false)]
    [InlineData("plant", "cn", "2026-08-03", true)]
    [InlineData("", "", "2026-02-16", true)]
    public void Calendar_of_schedule_and_period(string ofSchedule, string ofPeriod, string date, bool expected)
    {
        var schedule = ReadSchedule(
            Calendar("plant", "extends=cn", "holidays=2026-08-03/2026-08-07"),
            Period("p", "weekdays=mon-fri", $"calendar={ofPeriod}"), Schedule("s", "periods=p", $"calendar={ofSchedule}"));
        Assert.Equal(expected, schedule.Periods[0].Period.HoldsOn(Date(date)));
    }

    [Theory]
    // Its own days beat those of the calendar that it extends.
    [InlineData("2026-02-22", "Holiday")]
    [InlineData("2026-02-23", "Workday")]
    [InlineData("2026-02-14", "Holiday")]
    [InlineData("2026-08-03", "Holiday")]
    [InlineData("2026-08-08", "Weekend")]
    [InlineData("2028-10-01", "Holiday")]
    [InlineData("2027-10-01", "Workday")]
    public void Extending(string date, string expected) => Assert.Equal(expected, KindIn("cn", date,
        Calendar("cn", "extends=cn", "holidays=2026-08-03/2026-08-07,2026-02-14,2028-10-01", "workdays=2026-02-23")));

    [Theory]
    // An item takes the place of the built-in calendar, unless it says that it extends it.
    [InlineData("2026-10-01", "Workday")]
    [InlineData("2026-12-25", "Holiday")]
    public void Replacing(string date, string expected) => Assert.Equal(expected, KindIn("cn", date, Calendar("cn", "holidays=2026-12-25")));

    [Fact]
    public void Lists_of_every_type_are_read()
    {
        var item = Calendar("c").With("holidays", Many("2026-10-01/2026-10-03", " 2026-10-05 ")).With("workdays", Text("2026-10-10, 2026-10-11"));
        Assert.Equal("Holiday", KindIn("c", "2026-10-02", item));
        Assert.Equal("Workday", KindIn("c", "2026-10-11", item));
    }

    [Fact]
    public void A_broken_calendar_takes_down_only_who_names_it()
    {
        var configuration = Read(
            Calendar("bad", "holidays=soon"), Period("p", "weekdays=mon-fri"), Period("q", "weekdays=mon-fri", "calendar=bad"),
            Schedule("named", "periods=p", "calendar=bad"), Schedule("through", "periods=q"), Schedule("other", "periods=p", "calendar=cn"),
            Schedule("overridden", "periods=p", "calendar=bad", "override_status=running"));
        Assert.Equal(["other", "overridden"], configuration.Schedules.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(4, configuration.Problems.Length);
    }

    [Fact]
    public void A_long_chain_of_calendars_is_a_problem_and_no_end()
    {
        var chain = Enumerable.Range(0, 5_000).Select(number => Calendar($"c{number:0000}", $"extends=c{number + 1:0000}")).ToArray();
        Assert.Contains(Read(chain).Problems, problem => problem.Message.StartsWith("more than 64 calendars extend one another", StringComparison.Ordinal));
    }

    [Theory]
    // Sixty days before 2027, on the schedule's own date.
    [InlineData("2026-11-01T15:59Z", 0)]
    [InlineData("2026-11-01T16:00Z", 1)]
    [InlineData("2027-06-01T00:00Z", 1)]
    [InlineData("2026-06-01T00:00Z", 0)]
    public void The_end_of_a_calendar_is_told(string instant, int problems)
    {
        var configuration = Read(
            Period("p", "weekdays=mon-fri"), Schedule("s", "periods=p", "calendar=cn", "timezone=Asia/Shanghai"), Schedule("t", "periods=p"),
            Calendar("unused", "holidays=2020-10-01"), Calendar("empty"), Schedule("u", "periods=p", "calendar=empty"));
        var ends = CalendarEnds.Soon(configuration, Minute.Parse(instant).Value);
        Assert.Equal(problems, ends.Length);
        Assert.All(ends, end => Assert.Equal(
            "calendar \"cn\": it has no days from 2027 on, so that every week is a plain one then for schedule \"s\"; "
                + "add them with import-calendar or update-calendar, or install a version of the scheduler that has them", end.ToString()));
    }

    private static string KindIn(string calendar, string date, params ConfigItem[] items) =>
        ReadSchedule([.. items, Period("p", "weekdays=mon-fri"), Schedule("s", "periods=p", $"calendar={calendar}")]).Periods[0].Period.Calendar!.KindOf(Date(date)).ToString();

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
