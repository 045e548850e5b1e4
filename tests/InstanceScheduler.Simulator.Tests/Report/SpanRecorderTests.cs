using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Report;

public sealed class SpanRecorderTests
{
    private readonly SpanRecorder _recorder = new();

    [Fact]
    public void What_is_seen_tick_by_tick_becomes_spans_and_counts()
    {
        See(0, PowerState.Off, PowerCause.Found, string.Empty);
        See(1, PowerState.Off, PowerCause.Scheduler, "not a change");
        See(9, PowerState.Starting, PowerCause.Scheduler, "period began");
        See(9.1, PowerState.On, PowerCause.Scheduler, "period began");
        See(18, PowerState.Stopping, PowerCause.Human, "stopped");
        See(18.1, PowerState.Off, PowerCause.Human, "stopped");
        See(20, PowerState.On, PowerCause.Human, "started");
        See(21, PowerState.Off, PowerCause.Cloud, "capacity");
        See(22, PowerState.Gone, PowerCause.Cloud, "terminated");

        Assert.Equal((2, 2), (_recorder.Starts, _recorder.Stops));
        Assert.Equal(
            [
                Reports.Span(0, 9, PowerState.Off, PowerCause.Found),
                Reports.Span(9, 9.1, PowerState.Starting, PowerCause.Scheduler, "period began"),
                Reports.Span(9.1, 18, PowerState.On, PowerCause.Scheduler, "period began"),
                Reports.Span(18, 18.1, PowerState.Stopping, PowerCause.Human, "stopped"),
                Reports.Span(18.1, 20, PowerState.Off, PowerCause.Human, "stopped"),
                Reports.Span(20, 21, PowerState.On, PowerCause.Human, "started"),
                Reports.Span(21, 22, PowerState.Off, PowerCause.Cloud, "capacity"),
                Reports.Span(22, 24, PowerState.Gone, PowerCause.Cloud, "terminated"),
            ],
            _recorder.Until(Hour(24)));
    }

    [Fact]
    public void Time_does_not_run_backwards()
    {
        See(2, PowerState.On, PowerCause.Found, string.Empty);

        Assert.Throws<ArgumentException>(() => See(1, PowerState.Off, PowerCause.Human, string.Empty));
        Assert.Throws<ArgumentException>(() => _recorder.Until(Hour(1)));
    }

    [Fact]
    public void Nothing_seen_is_nothing_told() => Assert.Empty(new SpanRecorder().Until(Hour(1)));

    private void See(double hour, PowerState state, PowerCause cause, string reason) => _recorder.Observe(Hour(hour), state, cause, reason);

    private static Instant Hour(double hour) => Reports.Start + Duration.FromHours(hour);
}
