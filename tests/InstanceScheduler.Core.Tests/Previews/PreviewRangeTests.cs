using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Previews;
using NodaTime;

namespace InstanceScheduler.Core.Tests.Previews;

public sealed class PreviewRangeTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 1, 0);

    [Theory]
    [InlineData(null, null, "2026-11-23T01:00:00Z", "2026-11-30T01:00:00Z")]
    [InlineData("", " ", "2026-11-23T01:00:00Z", "2026-11-30T01:00:00Z")]
    // A date is a whole day in the zone, the last one included.
    [InlineData("2026-12-01", null, "2026-11-30T16:00:00Z", "2026-12-07T16:00:00Z")]
    [InlineData("2026-12-01", "2026-12-01", "2026-11-30T16:00:00Z", "2026-12-01T16:00:00Z")]
    [InlineData("2026-01-01", "2026-12-31", "2025-12-31T16:00:00Z", "2026-12-31T16:00:00Z")]
    [InlineData(null, "2026-11-23T22:00", "2026-11-23T01:00:00Z", "2026-11-23T14:00:00Z")]
    [InlineData("2026-11-23T22:00Z", "2026-11-24T22:00+01:00", "2026-11-23T22:00:00Z", "2026-11-24T21:00:00Z")]
    public void What_is_given_counts(string? from, string? to, string first, string last)
    {
        var range = PreviewRange.Read(from, to, Shanghai, Now);
        Assert.Equal((first, last), (range.From.ToString(), range.To.ToString()));
    }

    [Theory]
    [InlineData("tomorrow", null, "error: from: \"tomorrow\" is not a moment; write it as 2026-11-25 or 2026-11-25T22:00, with an offset such as +08:00 where another zone is meant")]
    [InlineData(null, "2026-11-31", "error: to: \"2026-11-31\" is not a moment; write it as 2026-11-25 or 2026-11-25T22:00, with an offset such as +08:00 where another zone is meant")]
    [InlineData(null, "2026-11-22", "error: to \"2026-11-22\" (2026-11-23T00:00+08:00) is not after from 2026-11-23T09:00+08:00; give a later end")]
    [InlineData("2026-11-23T22:00", "2026-11-23T22:00", "error: to \"2026-11-23T22:00\" (2026-11-23T22:00+08:00) is not after from \"2026-11-23T22:00\" (2026-11-23T22:00+08:00); give a later end")]
    [InlineData("2026-01-01", "2027-01-02", "error: from \"2026-01-01\" (2026-01-01T00:00+08:00) to \"2027-01-02\" (2027-01-03T00:00+08:00) is more than 366 days; ask for fewer")]
    public void What_is_no_range_is_refused(string? from, string? to, string refusal) =>
        Assert.Equal(refusal, Assert.Throws<ActionRefusedException>(() => PreviewRange.Read(from, to, Shanghai, Now)).Message);
}
