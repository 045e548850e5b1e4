using System.Text.Json;
using InstanceScheduler.Checker;
using NodaTime;

namespace InstanceScheduler.EndToEnd.Tests.Fortnight;

/// <summary>A checker that always nods checks nothing: the fortnight's only witness is asked about liars.</summary>
public sealed class CheckerTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 0, 0);

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
    public void Only_one_end_is_right(string schedule, string ticks, string end)
    {
        var checker = new ScheduleChecker(Items.Select(item => JsonDocument.Parse(item).RootElement));
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
        var checker = new ScheduleChecker(Items.Select(item => JsonDocument.Parse(item).RootElement));
        checker.Tick(Monday + Duration.FromHours(1), [Seen("office", state, "m5.large", "")]);

        Assert.Empty(checker.Deviations([Seen("office", "stopped", "m5.large", "")]));
    }

    private static Sighting Seen(string schedule, string state, string type, string mark) =>
        new("i-1", schedule, state, type) { InWindow = mark == "w", RestartedByAws = mark == "a", TouchedByPerson = mark == "p" };
}
