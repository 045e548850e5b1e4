using CsCheck;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Core.Tests.Schedules;
using InstanceScheduler.Core.Usage;
using NodaTime;

namespace InstanceScheduler.Core.Tests.Usage;

public sealed class UsageCalculatorTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Theory]
    // Intervals of a Wednesday, then billing hours and seconds.
    [InlineData("09:00-17:00", "p0 09:00-17:00", 8, 28_800)]
    [InlineData("09:30-10:31", "p0 09:30-10:31", 2, 3_660)]
    [InlineData("12:00-12:01", "p0 12:00-12:01", 1, 60)]
    [InlineData("09:00-", "p0 09:00-00:00", 15, 54_000)]
    [InlineData("-17:00", "", 0, 0)]
    [InlineData("00:00-24:00", "p0 00:00-00:00", 24, 86_400)]
    [InlineData("09:00-12:00, 12:00-17:00", "p0 09:00-17:00", 8, 28_800)]
    [InlineData("09:00-11:59, 12:00-17:00", "p0 09:00-12:00; p1 12:00-17:00", 8, 28_800)]
    [InlineData("22:00-23:59, 00:00-06:00", "p1 00:00-06:00; p0 22:00-00:00", 8, 28_800)]
    // A stretch without a wish ends nothing.
    [InlineData("09:00-17:00, 20:00-", "p0 09:00-00:00", 15, 54_000)]
    public void Intervals(string periods, string expected, long hours, long seconds)
    {
        var usage = UsageCalculator.On(DaylightSavingTests.Schedule(DateTimeZone.Utc, periods), new LocalDate(2024, 3, 13));
        Assert.Equal(expected, string.Join("; ", usage.Intervals.Select(interval => $"{interval.Period} {interval.Begin:HH:mm}-{interval.End:HH:mm}")));
        Assert.Equal((hours, seconds), (usage.BillingHours, usage.BillingSeconds));
    }

    [Fact]
    public void An_override_runs_all_day_or_not_at_all()
    {
        var schedule = DaylightSavingTests.Schedule(DateTimeZone.Utc, "09:00-17:00");
        var date = new LocalDate(2024, 3, 13);
        Assert.Equal(24, UsageCalculator.On(schedule with { Override = OverrideStatus.Running }, date).BillingHours);
        Assert.Empty(UsageCalculator.On(schedule with { Override = OverrideStatus.Stopped }, date).Intervals);
    }

    [Fact]
    public void The_last_date_may_not_be_before_the_first()
    {
        var schedule = DaylightSavingTests.Schedule(DateTimeZone.Utc, "09:00-17:00");
        var error = Assert.Throws<ArgumentException>(() => UsageCalculator.Between(schedule, new LocalDate(2024, 3, 14), new LocalDate(2024, 3, 13)));
        Assert.StartsWith("stop_date must be equal or later than start_date", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_date_has_its_own_usage_and_both_ends_are_included()
    {
        var schedule = DaylightSavingTests.Schedule(DateTimeZone.Utc, "09:00-17:00");
        var dates = UsageCalculator.Between(schedule, new LocalDate(2024, 2, 28), new LocalDate(2024, 3, 1)).Select(usage => usage.Date.Day);
        Assert.Equal([28, 29, 1], dates);
    }

    [Theory]
    // At 00:01 the clock goes back to 23:01 of the date before: those minutes are shown again after midnight.
    [InlineData("23:30-23:45", "2010-11-06", "23:30-23:45")]
    [InlineData("23:30-23:45", "2010-11-07", "23:30-23:45, 23:30-23:45")]
    [InlineData("00:00-01:00", "2010-11-07", "00:00-23:01, 00:00-01:00")]
    public void A_clock_that_goes_back_over_midnight(string period, string date, string expected) =>
        Assert.Equal(expected, Runs("America/St_Johns", period, date));

    [Theory]
    // Samoa had no 30 December 2011; in Beirut midnight is skipped when summer time begins.
    [InlineData("Pacific/Apia", "-", "2011-12-30", "")]
    [InlineData("Pacific/Apia", "-", "2011-12-29", "00:00-00:00")]
    [InlineData("Pacific/Apia", "09:00-17:00", "2011-12-30", "")]
    [InlineData("Pacific/Apia", "09:00-17:00", "2011-12-31", "09:00-17:00")]
    [InlineData("Asia/Beirut", "00:00-02:00", "2024-03-31", "01:00-02:00")]
    public void A_midnight_that_is_skipped(string zone, string period, string date, string expected) =>
        Assert.Equal(expected, Runs(zone, period, date));

    [Fact]
    public void Usage_agrees_with_asking_every_minute() =>
        Gen.Select(AnySchedules.Any, AnySchedules.Date).Sample((schedule, date) =>
        {
            var intervals = UsageCalculator.On(schedule, date).Intervals;
            var running = false;
            var previous = schedule.Zone.AtStartOfDay(date).ToInstant();
            var end = schedule.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
            for (var at = previous; at < end; at += Minute)
            {
                var wish = ScheduleEvaluator.EvaluatePeriods(schedule, at).State;
                var joins = running && wish == DesiredState.Stopped && ScheduleEvaluator.Evaluate(schedule, at).State == DesiredState.Running;
                running = wish == DesiredState.Running || (running && wish == DesiredState.Any);
                var covered = intervals.Any(interval => interval.Begin.ToInstant() <= at && at < interval.End.ToInstant());
                if (covered != (running || joins))
                    return false;
            }

            return true;
        }, iter: 300);

    [Fact]
    public void Intervals_stay_in_their_date_in_order() =>
        Gen.Select(AnySchedules.Any, AnySchedules.Date).Sample((schedule, date) =>
        {
            var last = schedule.Zone.AtStartOfDay(date).ToInstant();
            foreach (var interval in UsageCalculator.On(schedule, date).Intervals)
            {
                if (interval.Begin.ToInstant() < last || interval.End.ToInstant() <= interval.Begin.ToInstant())
                    return false;
                last = interval.End.ToInstant();
            }

            return last <= schedule.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
        }, iter: 2_000);

    private static string Runs(string zone, string period, string date)
    {
        var schedule = DaylightSavingTests.Schedule(DateTimeZoneProviders.Tzdb[zone], period);
        var usage = UsageCalculator.On(schedule, NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value);
        return string.Join(", ", usage.Intervals.Select(interval => $"{interval.Begin:HH:mm}-{interval.End:HH:mm}"));
    }
}
