using InstanceScheduler.Core.Schedules;
using NodaTime;
using NodaTime.Text;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Schedules;

public sealed class LoneEndsTests
{
    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    [Theory]
    // Since the last run, excluded, until this one, included. 2024-03-13 is a Wednesday.
    [InlineData("endtime=18:00", "2024-03-13T17:55Z", "2024-03-13T18:00Z", true)]
    [InlineData("endtime=18:00", "2024-03-13T17:58Z", "2024-03-13T18:03Z", true)]
    [InlineData("endtime=18:00", "2024-03-13T18:00Z", "2024-03-13T18:05Z", false)]
    [InlineData("endtime=18:00", "2024-03-13T17:50Z", "2024-03-13T17:55Z", false)]
    // At midnight, and once a day at most however long there was no run.
    [InlineData("endtime=00:00", "2024-03-12T23:58Z", "2024-03-13T00:03Z", true)]
    [InlineData("endtime=00:00", "2024-03-10T12:00Z", "2024-03-13T12:00Z", true)]
    // Only on days on which the period holds, and only of periods without a begin.
    [InlineData("endtime=18:00 weekdays=thu", "2024-03-13T17:55Z", "2024-03-13T18:00Z", false)]
    [InlineData("endtime=18:00 until=2024-03-12", "2024-03-13T17:55Z", "2024-03-13T18:00Z", false)]
    [InlineData("endtime=18:00 begintime=09:00", "2024-03-13T17:55Z", "2024-03-13T18:00Z", false)]
    [InlineData("begintime=18:00", "2024-03-13T17:55Z", "2024-03-13T18:00Z", false)]
    // 24:00 is an end that nobody reaches.
    [InlineData("endtime=24:00", "2024-03-12T23:55Z", "2024-03-13T00:00Z", false)]
    public void An_end_falls_due(string attributes, string since, string until, bool expected)
    {
        var schedule = ReadSchedule(Period("p", attributes.Split(' ')), Schedule("s", "periods=p"));
        Assert.Equal(expected, LoneEnds.FallDue(schedule, Minute.Parse(since).Value, Minute.Parse(until).Value));
    }

    [Fact]
    public void A_time_that_the_clock_skips_falls_due_after_the_gap()
    {
        var schedule = ReadSchedule(Period("p", "endtime=02:30"), Schedule("s", "periods=p", "timezone=America/New_York"));
        var spring = Instant.FromUtc(2024, 3, 10, 7, 0);
        Assert.True(LoneEnds.FallDue(schedule, spring - Duration.FromMinutes(5), spring));
        Assert.False(LoneEnds.FallDue(schedule, spring, spring + Duration.FromMinutes(45)));
    }
}
