using InstanceScheduler.Aws.Invocation;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Tests.Invocation;

public sealed class EventTimeTests
{
    [Theory]
    [InlineData("2026-11-23T01:00:00Z", "2026-11-23T01:00:00Z")]
    [InlineData("2026-11-23T09:00:00+08:00", "2026-11-23T01:00:00Z")]
    [InlineData("2026-11-23T09:00:00+08", "2026-11-23T01:00:00Z")]
    [InlineData("2026-11-22T20:00:00-05:00", "2026-11-23T01:00:00Z")]
    // Without an offset it is UTC, never the wall clock of a machine.
    [InlineData("2026-11-23T01:00:00", "2026-11-23T01:00:00Z")]
    [InlineData("2026-11-23T01:00:00.250000", "2026-11-23T01:00:00.25Z")]
    // As older versions printed times.
    [InlineData("2026-11-23 01:00:00", "2026-11-23T01:00:00Z")]
    [InlineData("2026-11-23 01:00:00.123456", "2026-11-23T01:00:00.123456Z")]
    [InlineData("2026-11-23 01:00:00+00:00", "2026-11-23T01:00:00Z")]
    public void A_time_is_read(string text, string expected) =>
        Assert.Equal(InstantPattern.ExtendedIso.Parse(expected).Value, EventTime.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2026-11-23")]
    [InlineData("01:00:00")]
    [InlineData("2026-11-23T25:00:00Z")]
    [InlineData("2026-02-30T01:00:00Z")]
    [InlineData("1795395600")]
    [InlineData("23.11.2026 01:00:00")]
    // In Shanghai that is a day which no calendar has.
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("-9998-01-01T00:00:00Z")]
    public void Anything_else_is_not(string text) => Assert.Null(EventTime.TryParse(text));
}
