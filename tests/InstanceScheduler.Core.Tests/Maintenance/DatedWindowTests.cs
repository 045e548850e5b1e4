using CsCheck;
using InstanceScheduler.Core.Maintenance;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Core.Tests.Maintenance;

public sealed class DatedWindowTests
{
    [Theory]
    [InlineData("2024-04-30T23:55+08:00", "Asia/Shanghai", "2024-04-30T15:55:00Z")]
    [InlineData("2024-04-30T23:55+08", null, "2024-04-30T15:55:00Z")]
    [InlineData("2019-02-03T02:00-08:00", "US/Pacific", "2019-02-03T10:00:00Z")]
    [InlineData("2024-04-25T00:30Z", null, "2024-04-25T00:30:00Z")]
    [InlineData("2024-04-25T00:30:15Z", null, "2024-04-25T00:30:15Z")]
    [InlineData(" 2020-02-12T23:19:20.000Z ", null, "2020-02-12T23:19:20Z")]
    // The offset wins over the zone, and only without one the zone counts.
    [InlineData("2024-02-29T22:30Z", "Asia/Shanghai", "2024-02-29T22:30:00Z")]
    [InlineData("2024-02-29T22:30Z", "No/Zone", "2024-02-29T22:30:00Z")]
    [InlineData("2024-02-29T22:30", "asia/shanghai", "2024-02-29T14:30:00Z")]
    [InlineData("2024-02-29T22:30:00", null, "2024-02-29T22:30:00Z")]
    [InlineData("2024-02-29T22:30", " ", "2024-02-29T22:30:00Z")]
    // A time that the clock skips is the same time after the change; of one shown twice the first is meant.
    [InlineData("2024-03-10T02:30", "US/Pacific", "2024-03-10T10:30:00Z")]
    [InlineData("2024-11-03T01:30", "US/Pacific", "2024-11-03T08:30:00Z")]
    public void Begins(string next, string? zone, string begin)
    {
        var window = DatedWindow.Next("patching", "mw-1", next, zone, 3);
        Assert.Equal(new DatedWindow("patching", "mw-1", At(begin), At(begin) + Duration.FromHours(3)), window);
    }

    [Theory]
    // 2024-04-25T00:30Z for an hour, asked with a lead of 30 minutes.
    [InlineData("2024-04-24T23:59:59Z", false)]
    [InlineData("2024-04-25T00:00:00Z", true)]
    [InlineData("2024-04-25T00:30:00Z", true)]
    [InlineData("2024-04-25T01:29:59Z", true)]
    [InlineData("2024-04-25T01:30:00Z", false)]
    [InlineData("2025-04-25T01:00:00Z", false)]
    public void It_is_open(string utc, bool expected) => Assert.Equal(
        expected, DatedWindow.Next("patching", "mw-1", "2024-04-25T00:30Z", null, 1).IsOpenAt(At(utc), Duration.FromMinutes(30)));

    [Theory]
    [InlineData(1, 10)]
    [InlineData(10, 10)]
    [InlineData(15, 15)]
    [InlineData(60, 60)]
    public void The_lead_lets_a_run_fall_before_the_begin(int frequency, int lead) =>
        Assert.Equal(Duration.FromMinutes(lead), DatedWindow.LeadFor(Duration.FromMinutes(frequency)));

    [Theory]
    [InlineData(1, 12)]
    [InlineData(5, 20)]
    [InlineData(15, 45)]
    [InlineData(60, 180)]
    public void The_notice_lets_two_more_runs_fall_before_the_lead(int frequency, int notice) =>
        Assert.Equal(Duration.FromMinutes(notice), DatedWindow.NoticeFor(Duration.FromMinutes(frequency)));

    [Fact]
    public void Some_run_finds_it_open_before_it_begins_and_it_lasts_its_hours_after() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 24], Gen.Int[0, 59], Gen.Int[0, 24 * 60]).Sample((frequency, hours, phase, minute) =>
        {
            var window = DatedWindow.Next("patching", "mw-1", "2024-04-30T23:55+08:00", "Asia/Shanghai", hours);
            var lead = DatedWindow.LeadFor(Duration.FromMinutes(frequency));
            var lastRun = window.Begin - Duration.FromMinutes(phase % frequency);
            var inside = window.Begin + Duration.FromMinutes(minute);
            return window.IsOpenAt(lastRun, lead) && window.IsOpenAt(inside, lead) == minute < hours * 60;
        });

    [Theory]
    [InlineData("tomorrow", null, 1, "\"tomorrow\" is not a time; write an ISO 8601 time, such as 2024-04-30T23:55+08:00")]
    [InlineData("", null, 1, "\"\" is not a time; write an ISO 8601 time, such as 2024-04-30T23:55+08:00")]
    [InlineData("2024-04-31T10:00Z", null, 1, "\"2024-04-31T10:00Z\" is not a time; write an ISO 8601 time, such as 2024-04-30T23:55+08:00")]
    [InlineData("2024-04-30T10:00+0800", null, 1, "\"+0800\" is not an offset from UTC; write an ISO 8601 time, such as 2024-04-30T23:55+08:00")]
    [InlineData("2024-04-30T10:00", "Asia/Shangai", 1,
        "\"Asia/Shangai\" is no time zone (did you mean \"Asia/Shanghai\"?); use a name such as Asia/Shanghai")]
    [InlineData("2024-04-30T10:00Z", null, 0, "\"0\" hours is no duration; let it last an hour or more")]
    public void What_cannot_be_read_is_named(string next, string? zone, int hours, string reason)
    {
        var error = Assert.Throws<MaintenanceWindowFormatException>(() => DatedWindow.Next("patching", "mw-1", next, zone, hours));
        Assert.Equal($"maintenance window \"patching\": {reason}", error.Message);
    }

    private static Instant At(string utc) => InstantPattern.General.Parse(utc).Value;
}
