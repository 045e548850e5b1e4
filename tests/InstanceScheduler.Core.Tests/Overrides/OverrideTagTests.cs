using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Core.Tagging;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Core.Tests.Overrides;

public sealed class OverrideTagTests
{
    [Theory]
    [InlineData("running until 2026-11-25T22:00+08:00", "Asia/Shanghai", OverrideStatus.Running, "2026-11-25T14:00:00Z")]
    [InlineData("stopped until 2026-11-25T22:00:30Z", "Asia/Shanghai", OverrideStatus.Stopped, "2026-11-25T22:00:30Z")]
    [InlineData("  Running  UNTIL  2026-11-25t22:00z ", "Asia/Shanghai", OverrideStatus.Running, "2026-11-25T22:00:00Z")]
    [InlineData("running until 2026-11-25T22:00", "Asia/Shanghai", OverrideStatus.Running, "2026-11-25T14:00:00Z")]
    [InlineData("running until 2026-11-25 22:00", "UTC", OverrideStatus.Running, "2026-11-25T22:00:00Z")]
    // A day is included.
    [InlineData("stopped until 2026-11-25", "Asia/Shanghai", OverrideStatus.Stopped, "2026-11-25T16:00:00Z")]
    // 2024-03-10 in New York: 01:59 is followed by 03:00, the day has 23 hours.
    [InlineData("running until 2024-03-10T02:30", "America/New_York", OverrideStatus.Running, "2024-03-10T07:00:00Z")]
    [InlineData("running until 2024-03-10", "America/New_York", OverrideStatus.Running, "2024-03-11T04:00:00Z")]
    // 2024-11-03: 01:30 comes twice, the first counts unless the offset says otherwise.
    [InlineData("running until 2024-11-03T01:30", "America/New_York", OverrideStatus.Running, "2024-11-03T05:30:00Z")]
    [InlineData("running until 2024-11-03T01:30-05:00", "America/New_York", OverrideStatus.Running, "2024-11-03T06:30:00Z")]
    [InlineData("running until 2024-11-03", "America/New_York", OverrideStatus.Running, "2024-11-04T05:00:00Z")]
    public void What_people_may_write(string text, string zone, OverrideStatus state, string end)
    {
        var tag = OverrideTag.TryParse("Schedule-Override", text, "i-1", ZoneNames.Find(zone)!)!;
        Assert.Equal((state, end, "i-1"), (tag.State, InstantPattern.ExtendedIso.Format(tag.End), tag.Subject));
        Assert.Null(tag.Begin);
    }

    [Theory]
    [InlineData("")]
    [InlineData("running")]
    [InlineData("running until")]
    [InlineData("run until 2026-11-25")]
    [InlineData("running till 2026-11-25")]
    [InlineData("running until tomorrow")]
    [InlineData("running until 2026-13-01")]
    [InlineData("running until 2026-11-25T25:00")]
    [InlineData("running until 2026-11-25T22:00 please")]
    [InlineData("running until 9999-12-31T23:59+18:00")]
    public void What_nobody_can_read(string text) => Assert.Null(OverrideTag.TryParse("Schedule-Override", text, "i-1", DateTimeZone.Utc));

    [Theory]
    [InlineData("running until 2026-11-25T22:00+08:00")]
    [InlineData("stopped until 2026-11-25")]
    public void RDS_takes_all_its_signs(string text) => Assert.Equal(text, RdsTags.Clean(text));
}
