using BenchmarkDotNet.Attributes;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>What a schedule wants at an instant, once its configuration is read.</summary>
public class ScheduleBenchmarks
{
    // A Wednesday on which each schedule is asked in the evening, when none of its periods runs: all have to be looked at.
    private static readonly Instant Evening = Instant.FromUtc(2026, 11, 25, 13, 10);

    private readonly Schedule _one = Read("one", "day");
    private readonly Schedule _three = Read("three", "day", "month-begin", "batch");
    private readonly Schedule _china = Read("china", "workday");

    [Benchmark]
    public ScheduleOutcome OnePeriod() => ScheduleEvaluator.Evaluate(_one, Evening);

    [Benchmark]
    public ScheduleOutcome ThreePeriods() => ScheduleEvaluator.Evaluate(_three, Evening);

    [Benchmark]
    public ScheduleOutcome WithCalendar() => ScheduleEvaluator.Evaluate(_china, Evening);

    private static Schedule Read(string name, params string[] periods) => ConfigurationReader.Read(
    [
        Items.Of("period", "day", ("begintime", "09:00"), ("endtime", "18:00"), ("weekdays", "mon-fri")),
        Items.Of("period", "month-begin", ("begintime", "07:00"), ("endtime", "20:00"), ("monthdays", "1-3,15W,L")),
        Items.Of("period", "batch", ("begintime", "23:00"), ("endtime", "02:00"), ("weekdays", "sat#1,friL"), ("months", "jan,apr,jul,oct")),
        Items.Of("period", "workday", ("begintime", "09:00"), ("endtime", "18:00"), ("weekdays", "workday"), ("calendar", "cn")),
        Items.Of("schedule", name, ("periods", string.Join(',', periods)), ("timezone", "Asia/Shanghai")),
    ]).Schedules[name];
}
