using InstanceScheduler.Aws.StateTable;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Tests.StateTable;

public sealed class StateTimestampTests
{
    [Theory]
    [InlineData("2026-11-23T01:00:00Z", null, "1795395600")]
    [InlineData("2026-11-23T01:00:00Z", "1795395599", "1795395600")]
    // Every save changes it, also the second of one run and that of a run that is late.
    [InlineData("2026-11-23T01:00:00Z", "1795395600", "1795395600.001")]
    [InlineData("2026-11-23T01:00:00Z", "1795395600.001", "1795395600.002")]
    [InlineData("2026-11-23T01:00:00Z", "1795395600.999", "1795395601")]
    [InlineData("2026-11-23T01:00:00Z", "1795399999", "1795399999.001")]
    [InlineData("2026-11-23T01:00:00Z", "1.7953956E9", "1795395600.001")]
    [InlineData("2026-11-23T01:00:00.25Z", null, "1795395600.25")]
    [InlineData("2026-11-23T01:00:00Z", "what?", "1795395600")]
    public void The_next_one_is(string instant, string? read, string expected) =>
        Assert.Equal(expected, StateTimestamp.Next(InstantPattern.ExtendedIso.Parse(instant).Value, read));

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("never", 0)]
    [InlineData("1795395600", 1795395600)]
    [InlineData("1795395600.5", 1795395600.5)]
    public void A_text_is_read(string? text, double expected) => Assert.Equal((decimal)expected, StateTimestamp.Parse(text));

    [Fact]
    public void An_instant_counts_in_seconds() => Assert.Equal(1795395600.123m, StateTimestamp.Of(Instant.FromUnixTimeMilliseconds(1795395600123)));
}
