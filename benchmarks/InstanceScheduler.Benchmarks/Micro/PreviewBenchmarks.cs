using BenchmarkDotNet.Attributes;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Previews;
using NodaTime;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>A preview of a whole year of one schedule.</summary>
public class PreviewBenchmarks
{
    private static readonly Instant Begin = Instant.FromUtc(2025, 12, 31, 16, 0);
    private static readonly Instant End = Instant.FromUtc(2026, 12, 31, 16, 0);

    private readonly Outlook _workdays = Read("workday");
    private readonly Outlook _many = Read("workday", "night", "month-begin", "batch", "stops");

    [Benchmark]
    public int Workdays() => _workdays.Between(Begin, End).Count();

    [Benchmark]
    public int FivePeriods() => _many.Between(Begin, End).Count();

    private static Outlook Read(params string[] periods) => new(ConfigurationReader.Read(
    [
        Items.Of("period", "workday", ("begintime", "09:00"), ("endtime", "18:00"), ("weekdays", "workday"), ("calendar", "cn")),
        Items.Of("period", "night", ("begintime", "22:00"), ("endtime", "06:00"), ("weekdays", "mon-fri")),
        Items.Of("period", "month-begin", ("begintime", "07:00"), ("endtime", "20:00"), ("monthdays", "1-3,15W,L")),
        Items.Of("period", "batch", ("begintime", "13:00"), ("endtime", "14:00"), ("weekdays", "sat#1,friL"), ("months", "jan,apr,jul,oct")),
        Items.Of("period", "stops", ("endtime", "20:30")),
        Items.Of("schedule", "year", ("periods", string.Join(',', periods)), ("timezone", "Asia/Shanghai")),
    ]).Schedules["year"]);
}
