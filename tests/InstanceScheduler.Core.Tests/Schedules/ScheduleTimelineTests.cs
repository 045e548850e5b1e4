using System.Diagnostics;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using Xunit.Abstractions;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Schedules;

public sealed class ScheduleTimelineTests(ITestOutputHelper output)
{
    private static readonly Instant NewYear = Instant.FromUtc(2025, 12, 31, 16, 0);

    [Fact]
    public void A_week_with_a_make_up_day_and_a_holiday()
    {
        var schedule = ReadSchedule(
            Period("office", "begintime=09:00", "endtime=18:00", "weekdays=mon-fri"),
            Period("weekend", "begintime=22:00", "endtime=02:00", "weekdays=sat"),
            Schedule("s", "periods=office@m5.large,weekend", "calendar=cn", "timezone=Asia/Shanghai"));
        var from = Instant.FromUtc(2026, 2, 12, 16, 0);
        Assert.Equal(
        [
            "13 00:00 Stopped NoPeriodRuns",
            "13 09:00 Running PeriodRuns office m5.large",
            "13 18:00 Stopped NoPeriodRuns",
            "14 09:00 Running PeriodRuns office m5.large",
            "14 18:00 Stopped NoPeriodRuns",
            "24 09:00 Running PeriodRuns office m5.large",
            "24 18:00 Stopped NoPeriodRuns",
            "25 09:00 Running PeriodRuns office m5.large",
        ], ScheduleTimeline.Between(schedule, from, from + Duration.FromDays(13)).Take(8).Select(transition => Shown(schedule, transition)));
    }

    [Theory]
    // A change of the type or of the deciding period is one; a bridge is none of its own.
    [InlineData("am@a,pm@b", "00:00 Stopped, 08:00 Running am, 12:00 Running pm, 17:00 Stopped")]
    [InlineData("am", "00:00 Stopped, 08:00 Running am, 11:59 Stopped")]
    [InlineData("late", "00:00 Any, 20:00 Running late")]
    [InlineData("off", "00:00 Any, 18:00 Stopped")]
    [InlineData("", "00:00 Stopped")]
    public void A_day(string periods, string expected)
    {
        var schedule = ReadSchedule(
            Period("am", "begintime=08:00", "endtime=11:59"), Period("pm", "begintime=12:00", "endtime=17:00"),
            Period("late", "begintime=20:00"), Period("off", "endtime=18:00"), Schedule("s", $"periods={periods}"));
        var from = Instant.FromUtc(2024, 3, 13, 0, 0);
        Assert.Equal(expected, string.Join(", ", ScheduleTimeline.Between(schedule, from, from + Duration.FromDays(1))
            .Select(transition => $"{transition.At.InUtc():HH:mm} {transition.Outcome.State} {transition.Outcome.Period}".Trim())));
    }

    [Fact]
    public void The_first_is_what_holds_at_the_begin_and_the_end_is_excluded()
    {
        var schedule = ReadSchedule(Period("p", "begintime=09:00", "endtime=18:00"), Schedule("s", "periods=p"));
        var nine = Instant.FromUtc(2024, 3, 13, 9, 0);
        Assert.Empty(ScheduleTimeline.Between(schedule, nine, nine));
        Assert.Equal(DesiredState.Running, Assert.Single(ScheduleTimeline.Between(schedule, nine, nine + Duration.FromHours(9))).Outcome.State);
        Assert.Equal(nine + Duration.FromHours(9), ScheduleTimeline.Next(schedule, nine, nine + Duration.FromHours(10))!.Value.At);
        Assert.Null(ScheduleTimeline.Next(schedule, nine, nine + Duration.FromHours(9)));
        Assert.Single(ScheduleTimeline.Between(schedule with { Override = OverrideStatus.Running }, nine, nine + Duration.FromDays(9)));
    }

    [Fact]
    public void A_clock_that_goes_back_over_midnight_is_followed()
    {
        // In St. John's 7 November 2010 lasted for a minute, then the clock showed 23:01 of the 6th again.
        var schedule = ReadSchedule(Period("p", "begintime=23:30", "endtime=23:45"), Schedule("s", "periods=p", "timezone=America/St_Johns"));
        var midnight = Instant.FromUtc(2010, 11, 7, 2, 30);
        var changes = ScheduleTimeline.Between(schedule, midnight - Duration.FromHours(2), midnight + Duration.FromHours(2)).Select(change => (change.At - midnight).TotalMinutes);
        Assert.Equal([-120, -30, -15, 30, 45], changes);
    }

    [Fact]
    public void A_year_of_ten_periods_takes_some_thousand_questions()
    {
        var periods = Enumerable.Range(0, 10).Select(number => Period($"p{number}", $"begintime={number + 8:00}:00", $"endtime={number + 9:00}:00", "weekdays=mon-fri", "monthdays=1-30,15W"));
        var schedule = ReadSchedule([.. periods, Schedule("s", "timezone=America/New_York", "calendar=cn", $"periods={string.Join(',', Enumerable.Range(0, 10).Select(number => $"p{number}@type{number}"))}")]);
        var end = NewYear + Duration.FromDays(365);
        var clock = Stopwatch.StartNew();
        var changes = ScheduleTimeline.Between(schedule, NewYear, end).Count();
        // How long it takes is the machine's affair, tens of milliseconds where nothing else runs; how often it asks is ours. There are 525,600 minutes.
        output.WriteLine($"{changes} changes in {clock.ElapsedMilliseconds} ms");
        Assert.InRange(changes, 2_000, 3_000);
        Assert.InRange(ScheduleTimeline.Moments(schedule, NewYear, end).Count(), changes, 15_000);
    }

    private static string Shown(Schedule schedule, ScheduleTransition transition) =>
        $"{transition.At.InZone(schedule.Zone):dd HH:mm} {transition.Outcome.State} {transition.Outcome.Cause} {transition.Outcome.Period} {transition.Outcome.InstanceType}".Trim();
}
