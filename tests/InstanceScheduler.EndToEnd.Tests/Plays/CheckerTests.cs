using System.Text.Json;
using InstanceScheduler.Checker;
using InstanceScheduler.Checker.Dates;
using NodaTime;

namespace InstanceScheduler.EndToEnd.Tests.Plays;

/// <summary>A checker that always nods checks nothing: the only witness of the fortnight and of the year is asked about liars.</summary>
public sealed class CheckerTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 0, 0);

    // Tuesday is off, and Saturday makes up for it.
    private static readonly CalendarReading Calendar = new("cn", ["2026-11-24"], ["2026-11-28"]);

    private static readonly string[] Items =
    [
        """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"}}""",
        """{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"},"weekdays":{"SS":["mon-fri"]}}""",
        """{"type":{"S":"period"},"name":{"S":"night"},"begintime":{"S":"18:01"},"endtime":{"S":"20:00"}}""",
        """{"type":{"S":"period"},"name":{"S":"begin"},"begintime":{"S":"09:00"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["office"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"enforced"},"periods":{"SS":["office"]},"enforced":{"BOOL":true}}""",
        """{"type":{"S":"schedule"},"name":{"S":"retain"},"periods":{"SS":["office"]},"retain_running":{"BOOL":true}}""",
        """{"type":{"S":"schedule"},"name":{"S":"newcomers"},"periods":{"SS":["office"]},"stop_new_instances":{"BOOL":false}}""",
        """{"type":{"S":"schedule"},"name":{"S":"sized"},"periods":{"SS":["office@c5.large"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"joined"},"periods":{"SS":["night","office"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"begin"},"periods":{"SS":["begin"]}}""",
        """{"type":{"S":"period"},"name":{"S":"weekend"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"},"weekdays":{"SS":["sat-sun"]}}""",
        """{"type":{"S":"period"},"name":{"S":"over-midnight"},"begintime":{"S":"20:00"},"endtime":{"S":"06:00"},"weekdays":{"SS":["mon-fri"]}}""",
        """{"type":{"S":"period"},"name":{"S":"closing"},"monthdays":{"SS":["24W","L"]}}""",
        """{"type":{"S":"period"},"name":{"S":"rare"},"weekdays":{"SS":["mon#4","friL"]}}""",
        """{"type":{"S":"period"},"name":{"S":"dated"},"from":{"S":"2026-11-24"},"until":{"S":"2026-11-25"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"moved"},"periods":{"SS":["office"]},"calendar":{"S":"cn"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"weekend"},"periods":{"SS":["weekend"]},"calendar":{"S":"cn"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"over-midnight"},"periods":{"SS":["over-midnight"]},"calendar":{"S":"cn"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"closing"},"periods":{"SS":["closing"]},"calendar":{"S":"cn"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"plain-closing"},"periods":{"SS":["closing"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"rare"},"periods":{"SS":["rare"]},"calendar":{"S":"cn"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"dated"},"periods":{"SS":["dated"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"held"},"periods":{"SS":["office"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"mine"},"periods":{"SS":["office"]}}""",
        """{"type":{"S":"override"},"name":{"S":"a"},"schedule":{"S":"held"},"state":{"S":"stopped"},"begin":{"S":"2026-11-23T10:00+08:00"},"end":{"S":"2026-11-23T12:00+08:00"}}""",
        """{"type":{"S":"override"},"name":{"S":"b"},"schedule":{"S":"mine"},"state":{"S":"stopped"},"begin":{"S":"2026-11-23T10:00+08:00"},"end":{"S":"2026-11-24T12:00+08:00"}}""",
        """{"type":{"S":"override"},"name":{"S":"c"},"instance":{"S":"i-mine"},"state":{"S":"running"},"begin":{"S":"2026-11-23T18:00+08:00"},"end":{"S":"2026-11-23T22:00+08:00"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"window"},"override_status":{"S":"stopped"},"use_maintenance_window":{"BOOL":true}}""",
    ];

    // UTC hours of ticks, each with how the instance was found (w: in a window, a: restarted by AWS, p: touched by a person); then how it has to end.
    [Theory]
    [InlineData("office", "1 stopped", "running")]
    [InlineData("office", "1 running", "running")]
    [InlineData("office", "1 stopped, 10 running", "stopped")]
    [InlineData("office", "0 stopped", "stopped")]
    [InlineData("office", "0 running", "stopped")]
    [InlineData("office", "1 stopped, 2 stopped p", "stopped")] // a person's stop stands
    [InlineData("office", "1 stopped, 2 stopped", "running")] // a start that failed does not
    [InlineData("office", "0 stopped, 11 running p", "running")]
    [InlineData("office", "11 stopped, 12 running a", "stopped")]
    [InlineData("office", "121 stopped", "stopped")] // Saturday
    [InlineData("enforced", "1 stopped, 2 stopped p", "running")]
    [InlineData("enforced", "0 stopped, 11 running p", "stopped")]
    [InlineData("retain", "0 stopped, 1 running p, 10 running", "running")]
    [InlineData("retain", "0 stopped, 1 running p, 10 running, 25 running, 34 running", "running")]
    [InlineData("retain", "0 stopped, 1 stopped, 10 running", "stopped")]
    [InlineData("newcomers", "0 running", "running")]
    [InlineData("newcomers", "0 running, 1 running, 10 running", "stopped")]
    [InlineData("sized", "1 stopped", "running c5.large")]
    [InlineData("sized", "1 running", "stopped")]
    [InlineData("sized", "1 running, 2 stopped", "running c5.large")]
    [InlineData("sized", "1 stopped, 2 stopped p", "stopped")]
    [InlineData("joined", "1 stopped, 10 running", "running")]
    [InlineData("begin", "0 running", "running")]
    [InlineData("begin", "0 stopped, 1 stopped", "running")]
    [InlineData("window", "1 stopped", "stopped")]
    [InlineData("window", "1 stopped, 2 stopped w", "running")]
    [InlineData("window", "1 stopped, 2 stopped w, 3 running", "stopped")]
    [InlineData("office", "11 stopped w", "stopped")] // does not use windows
    [InlineData("moved", "1 stopped", "running")]
    [InlineData("moved", "25 stopped", "stopped")] // Tuesday is off
    [InlineData("moved", "121 stopped", "running")] // and Saturday makes up for it
    [InlineData("moved", "145 stopped", "stopped")]
    [InlineData("weekend", "121 stopped", "stopped")]
    [InlineData("weekend", "145 stopped", "running")]
    [InlineData("over-midnight", "11 stopped", "stopped")]
    [InlineData("over-midnight", "12 stopped", "running")]
    [InlineData("over-midnight", "21 stopped", "running")] // on Tuesday, since Monday evening
    [InlineData("over-midnight", "12 stopped, 22 running", "stopped")]
    [InlineData("over-midnight", "36 stopped", "stopped")]
    [InlineData("over-midnight", "45 stopped", "stopped")]
    [InlineData("over-midnight", "132 stopped", "running")]
    [InlineData("over-midnight", "141 stopped", "running")]
    [InlineData("over-midnight", "156 stopped", "stopped")]
    [InlineData("closing", "1 stopped", "running")] // of two days as near to the 24th the earlier
    [InlineData("closing", "25 stopped", "stopped")]
    [InlineData("closing", "49 stopped", "stopped")]
    [InlineData("closing", "169 stopped", "running")]
    [InlineData("plain-closing", "1 stopped", "stopped")]
    [InlineData("plain-closing", "25 stopped", "running")]
    [InlineData("rare", "1 stopped", "running")]
    [InlineData("rare", "97 stopped", "running")]
    [InlineData("rare", "169 stopped", "stopped")] // the fifth Monday
    [InlineData("dated", "1 stopped", "stopped")]
    [InlineData("dated", "25 stopped", "running")]
    [InlineData("dated", "49 stopped", "running")]
    [InlineData("dated", "73 stopped", "stopped")]
    [InlineData("held", "1 stopped, 2 running", "stopped")]
    [InlineData("held", "2 stopped, 3 running p", "stopped")] // nobody weakens it
    [InlineData("held", "1 stopped, 2 running, 4 stopped", "running")]
    [InlineData("mine", "2 running", "stopped")]
    [InlineData("mine", "2 stopped, 10 stopped", "running")] // the instance's own goes first
    [InlineData("mine", "2 stopped, 10 stopped, 14 running", "stopped")]
    public void Only_one_end_is_right(string schedule, string ticks, string end)
    {
        var checker = new ScheduleChecker(Items.Select(item => JsonDocument.Parse(item).RootElement), Calendar);
        foreach (var tick in ticks.Split(", ").Select(tick => tick.Split(' ')))
            checker.Tick(Monday + Duration.FromHours(int.Parse(tick[0], System.Globalization.CultureInfo.InvariantCulture)), [Seen(schedule, tick[1], "m5.large", tick.Length > 2 ? tick[2] : "")]);

        foreach (var state in new[] { "running m5.large", "running c5.large", "stopped m5.large", "stopping m5.large" })
        {
            var isRight = state.StartsWith(end, StringComparison.Ordinal);
            Assert.Equal(isRight ? 0 : 1, checker.Deviations([Seen(schedule, state.Split(' ')[0], state.Split(' ')[1], "")]).Count());
        }
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("rebooting")]
    public void What_is_in_transition_is_not_judged(string state)
    {
        var checker = new ScheduleChecker(Items.Select(item => JsonDocument.Parse(item).RootElement), Calendar);
        checker.Tick(Monday + Duration.FromHours(1), [Seen("office", state, "m5.large", "")]);

        Assert.Empty(checker.Deviations([Seen("office", "stopped", "m5.large", "")]));
    }

    private static Sighting Seen(string schedule, string state, string type, string mark) =>
        new($"Instance cn-north-1 i-{schedule}", schedule, state, type) { InWindow = mark == "w", RestartedByAws = mark == "a", TouchedByPerson = mark == "p" };
}
