using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Report;

public sealed class PowerSpansTests
{
    [Fact]
    public void Neighbours_that_say_the_same_become_one()
    {
        var spans = Within(
            Reports.Span(0, 1, PowerState.On),
            Reports.Span(1, 2, PowerState.On),
            Reports.Span(2, 3, PowerState.On, PowerCause.Human),
            Reports.Span(3, 4, PowerState.On, PowerCause.Human, "again"),
            Reports.Span(4, 4, PowerState.Off),
            Reports.Span(5, 6, PowerState.On, PowerCause.Human, "again"));

        Assert.Equal(
            [
                Reports.Span(0, 2, PowerState.On),
                Reports.Span(2, 3, PowerState.On, PowerCause.Human),
                Reports.Span(3, 4, PowerState.On, PowerCause.Human, "again"),
                Reports.Span(5, 6, PowerState.On, PowerCause.Human, "again"),
            ],
            spans);
    }

    [Fact]
    public void Only_the_period_counts() => Assert.Equal(
        [Reports.Span(0, 1, PowerState.On), Reports.Span(47, 48, PowerState.Off)],
        Within(Reports.Span(-9, -2, PowerState.Off), Reports.Span(-2, 1, PowerState.On), Reports.Span(47, 50, PowerState.Off), Reports.Span(50, 60, PowerState.On)));

    [Fact]
    public void Hours_are_never_counted_twice()
    {
        var fault = Assert.Throws<ArgumentException>(() => Within(Reports.Span(0, 2, PowerState.On), Reports.Span(1, 3, PowerState.On)));

        Assert.StartsWith(
            "The span from 2026-10-25T17:00:00Z begins before the one from 2026-10-25T16:00:00Z ends.", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Reports.Span(2, 1, PowerState.On));
    }

    private static IReadOnlyList<PowerSpan> Within(params PowerSpan[] spans) => PowerSpans.Within(Reports.Start, Reports.Start + Duration.FromDays(2), spans);
}
