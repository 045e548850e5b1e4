using InstanceScheduler.Aws.Services.Ec2;
using NodaTime;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

public sealed class StateTransitionTests
{
    [Theory]
    [InlineData("User initiated (2026-11-23 01:00:03 GMT)", "2026-11-23T01:00:03Z")]
    [InlineData("Server.ScheduledStop: Stopped due to scheduled retirement (2024-02-29 23:59:59 GMT)", "2024-02-29T23:59:59Z")]
    [InlineData("User initiated (2026-12-31 00:00:00 GMT) ", "2026-12-31T00:00:00Z")]
    public void A_time_is_read(string reason, string expected) =>
        Assert.Equal(expected, StateTransition.TimeOf(reason)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Server.InsufficientInstanceCapacity")]
    [InlineData("User initiated")]
    [InlineData("User initiated (2026-11-23 01:00:03 CST)")]
    [InlineData("User initiated 2026-11-23 01:00:03 GMT")]
    [InlineData("User initiated (2026-13-23 01:00:03 GMT)")]
    [InlineData("User initiated (2026-02-30 01:00:03 GMT)")]
    [InlineData("User initiated (٢٠٢٦-11-23 01:00:03 GMT)")]
    [InlineData("()")]
    public void Nothing_else_is_a_time(string? reason) => Assert.Null(StateTransition.TimeOf(reason));

    [Fact]
    public void Times_are_UTC() =>
        Assert.Equal(Instant.FromUtc(2026, 7, 1, 12, 0, 0), StateTransition.TimeOf("User initiated (2026-07-01 12:00:00 GMT)"));
}
