using System.Diagnostics;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Previews;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using Xunit.Abstractions;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Previews;

public sealed class OutlookTests(ITestOutputHelper output)
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    [Fact]
    public void A_make_up_day_and_a_holiday_are_told_in_the_reason()
    {
        var schedule = ReadSchedule(
            Period("office", "begintime=09:00", "endtime=18:00", "weekdays=mon-fri"), Period("feast", "begintime=10:00", "endtime=11:00", "weekdays=holiday"),
            Schedule("s", "periods=office,feast", "calendar=cn", "timezone=Asia/Shanghai"));
        Assert.Equal(
        [
            "14 00:00 Holds Stopped: no period of schedule \"s\" runs",
            "14 09:00 Changes Running: period \"office\" of schedule \"s\" runs on a make-up day of calendar \"cn\"",
            "14 18:00 Changes Stopped: no period of schedule \"s\" runs",
            "15 10:00 Changes Running: period \"feast\" of schedule \"s\" runs on a holiday of calendar \"cn\"",
            "15 11:00 Changes Stopped: no period of schedule \"s\" runs",
        ], Shown(new Outlook(schedule), At("2026-02-14T00:00"), At("2026-02-16T00:00")));
    }

    [Fact]
    public void The_daily_end_of_a_period_that_only_stops_is_told_although_nothing_changes()
    {
        var schedule = ReadSchedule(Period("off", "endtime=00:00"), Schedule("s", "periods=off", "timezone=Asia/Shanghai"));
        Assert.Equal(
        [
            "14 12:00 Holds Stopped: no period of schedule \"s\" runs",
            "15 00:00 StopsAgain Stopped: a period of schedule \"s\" that only stops ends: what people started is stopped",
            "16 00:00 StopsAgain Stopped: a period of schedule \"s\" that only stops ends: what people started is stopped",
        ], Shown(new Outlook(schedule), At("2026-02-14T12:00"), At("2026-02-16T12:00")));
        Assert.Single(Shown(new Outlook(schedule with { Enforced = true }), At("2026-02-14T12:00"), At("2026-02-16T12:00")));
    }

    [Fact]
    public void Of_a_schedule_alone_only_the_overrides_of_all_its_instances_count()
    {
        var configuration = Read(
            Period("office", "begintime=09:00", "endtime=18:00"), Schedule("s", "periods=office", "timezone=Asia/Shanghai"),
            Override("all", "schedule=s", "state=running", "begin=2026-02-14T17:00+08:00", "end=2026-02-14T20:00+08:00", "created_by=wang", "reason=release"),
            Override("there", "schedule=s", "account=123456789012", "state=running", "end=2026-02-14T23:00+08:00"),
            Override("one", "instance=i-1", "state=stopped", "end=2026-02-14T23:00+08:00"));
        var outlook = new Outlook(configuration.Schedules["s"]) { Overrides = configuration.Overrides };
        Assert.Equal(
        [
            "14 12:00 Holds Running: period \"office\" of schedule \"s\" runs",
            "14 17:00 Changes Running: kept running by override \"all\" until 2026-02-14 20:00 by wang: release",
            "14 20:00 Changes Stopped: no period of schedule \"s\" runs",
        ], Shown(outlook, At("2026-02-14T12:00"), At("2026-02-15T00:00")));

        var instance = outlook with { Subject = new OverrideSubject("ec2", "123456789012", "cn-north-1", "i-1", "s") };
        Assert.Equal(
        [
            "14 12:00 Holds Stopped: kept stopped by override \"one\" until 2026-02-14 23:00",
            "14 23:00 Changes Stopped: no period of schedule \"s\" runs",
        ], Shown(instance, At("2026-02-14T12:00"), At("2026-02-15T00:00")));
    }

    [Fact]
    public void A_span_is_whole_and_the_same_whenever_one_asks()
    {
        var schedule = ReadSchedule(
            Period("am", "begintime=09:00", "endtime=12:00"), Period("pm", "begintime=12:00", "endtime=18:00"),
            Schedule("s", "periods=am@m5.large,pm", "timezone=Asia/Shanghai"));
        var outlook = new Outlook(schedule);
        var inside = Assert.Single(RunningSpan.Of(outlook, At("2026-02-14T10:00"), At("2026-02-14T11:00")));
        Assert.Equal((At("2026-02-14T09:00"), At("2026-02-14T18:00"), true, true), (inside.Begin, inside.End, inside.HasBegin, inside.HasEnd));
        Assert.Equal(["period \"am\" of schedule \"s\" runs", "period \"pm\" of schedule \"s\" runs"], inside.Reasons.AsEnumerable());
        Assert.Equal(3, RunningSpan.Of(outlook, At("2026-02-14T10:00"), At("2026-02-16T10:00")).Count());
        Assert.Empty(RunningSpan.Of(outlook, At("2026-02-14T18:00"), At("2026-02-15T09:00")));

        var always = Assert.Single(RunningSpan.Of(new Outlook(schedule with { Override = OverrideStatus.Running }), At("2026-02-14T10:00"), At("2026-02-16T10:00")));
        Assert.Equal((At("2026-02-14T10:00"), At("2026-02-16T10:00"), false, false), (always.Begin, always.End, always.HasBegin, always.HasEnd));
    }

    [Fact]
    public void A_year_takes_some_thousand_questions()
    {
        var periods = Enumerable.Range(0, 10).Select(number => Period($"p{number}", $"begintime={number + 8}:00", $"endtime={number + 9}:00", "weekdays=mon-fri", "monthdays=1-30,15W"));
        var schedule = ReadSchedule([.. periods, Schedule("s", "timezone=America/New_York", "calendar=cn", $"periods={string.Join(',', Enumerable.Range(0, 10).Select(number => $"p{number}@type{number}"))}")]);
        var (from, to) = (At("2026-01-01T00:00"), At("2027-01-01T00:00"));
        var outlook = new Outlook(schedule)
        {
            Overrides = new OverrideSet(Enumerable.Range(0, 100).Select(number => new TimedOverride
            {
                Name = $"o{number}",
                Scope = OverrideScope.Schedule,
                Subject = "s",
                State = OverrideStatus.Running,
                Begin = from + Duration.FromDays(3 * number),
                End = from + Duration.FromDays(3 * number) + Duration.FromHours(5),
            })),
        };
        var clock = Stopwatch.StartNew();
        var entries = outlook.Between(from, to).Count();
        // How long it takes is the machine's affair, a tenth of a second where nothing else runs; how often it asks is ours. There are 525,600 minutes.
        output.WriteLine($"{entries} entries in {clock.ElapsedMilliseconds} ms");
        Assert.InRange(entries, 2_000, 3_500);
        Assert.InRange(outlook.Moments(from, to).Count(), entries, 15_000);
    }

    private static Instant At(string shanghai) => WrittenMoment.TryParse(shanghai)!.Value.ToBegin(Shanghai);

    private static IEnumerable<string> Shown(Outlook outlook, Instant from, Instant to) => outlook.Between(from, to)
        .Select(entry => $"{entry.At.InZone(outlook.Schedule.Zone):dd HH:mm} {entry.Kind} {entry.Outcome.State}: {entry.Explain(outlook.Schedule)}");
}
