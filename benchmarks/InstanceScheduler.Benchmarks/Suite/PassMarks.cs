using System.Collections.Immutable;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>What figures have to be.</summary>
internal static class PassMarks
{
    private const int Thousand = 1_000;
    private const int TenThousand = 10_000;
    private const int HundredThousand = 100_000;
    private const double Percent = 100;

    private static readonly ImmutableArray<(PassMarkKind Kind, Func<SuiteResults, double?> Figure)> All =
    [
        (new("CPU of a tick without changes, 10,000 instances, in bare XML passes", "无变化的一次触发的 CPU，10,000 个实例，折合纯 XML 遍历次数", 2.5, "×", true), results => results.QuietOf(TenThousand)?.Ratio),
        (new("the same, 100,000 instances", "同上，100,000 个实例", 2.5, "×", true), results => results.QuietOf(HundredThousand)?.Ratio),
        (new("the latter in the former", "后者与前者之比", 1.15, "×", true), results => results.QuietOf(HundredThousand)?.Ratio / results.QuietOf(TenThousand)?.Ratio),
        (new("peak memory, 100,000 instances", "内存峰值，100,000 个实例", 110, "MB", true), results => results.QuietOf(HundredThousand)?.PeakMegabytes),
        (new("listing calls of that tick", "该次触发的列表调用", 100, "", true), results => results.QuietOf(HundredThousand)?.DescribeCalls),
        (new("its reads of the state table", "该次触发对状态表的读取", 4, "", true), results => results.QuietOf(HundredThousand)?.QueryCalls),
        (new("its writes", "该次触发的写入", 0, "", true), results => results.QuietOf(HundredThousand)?.WriteCalls),
        (new("writes of a tick without changes, 10,000 instances", "无变化的一次触发的写入，10,000 个实例", 0, "", true), results => results.QuietOf(TenThousand)?.WriteCalls),
        (new("EC2 calls for 1,000 starts", "启动 1,000 个实例的 EC2 调用", 21, "", true), results => results.ActingOf(Thousand, tags: false)?.Ec2Calls),
        (new("the same with tags", "同上，带标签", 25, "", true), results => results.ActingOf(Thousand, tags: true)?.Ec2Calls),
        (new("what 200 calendars and 200 overrides of no instance add to the CPU of a tick", "200 个日历和 200 个与任何实例无关的覆盖给一次触发增加的 CPU", 2, "%", false), results => results.Unused?.Items.Share * Percent),
        (new("what calendars and overrides, unused, add to what it was without them", "未使用的日历和覆盖功能给原先的 CPU 增加的部分", 2, "%", false), results => results.Unused?.Before?.Share * Percent),
        (new("CPU of a warm tick with nothing to do", "无事可做的一次热触发的 CPU", 5, "ms", false), results => results.QuietOf(0)?.QuietCpu),
        (new("start of a process to its first question for work", "从进程启动到第一次请求工作", 25, "ms", false), results => results.Start.SpawnToNext),
        (new("first tick of a process", "进程的第一次触发", 80, "ms", false), results => results.Start.FirstTick),
        (new("a schedule of three periods at an instant", "三个时段的计划在某一时刻", 1_000, "ns", false), results => results.MicroOf("Schedule.ThreePeriods")?.Nanoseconds),
        (new("what it allocates", "其内存分配", 0, "B", true), results => results.MicroOf("Schedule.ThreePeriods")?.Bytes),
        (new("a decision", "一次决定", 50, "ns", false), results => results.MicroOf("Decision.Unchanged")?.Nanoseconds),
        (new("what it allocates", "其内存分配", 0, "B", true), results => results.MicroOf("Decision.Unchanged")?.Bytes),
        (new("making sense of 1,000 schedules of three periods, at a first tick", "第一次触发时解读 1,000 个三时段的计划", 30, "ms", false), results => results.Configuration?.Cold),
        (new("a preview of a year of a schedule of five periods", "五个时段的计划一年的预览", 1, "s", false), results => results.MicroOf("Preview.FivePeriods")?.Nanoseconds / 1e9),
        (new("10,000 instances, the slowest tick of an emulated Lambda of 128 MB", "10,000 个实例，模拟的 128 MB Lambda 上最慢的一次触发", 30, "s", false), results => results.SmallOf(128, TenThousand) is { } small ? Math.Max(small.First, Math.Max(small.Quiet, small.Start)) : null),
    ];

    /// <summary>The marks whose figures were measured.</summary>
    public static ImmutableArray<PassMark> Of(SuiteResults results) =>
        [.. from mark in All let figure = mark.Figure(results) where figure is not null select new PassMark(mark.Kind, Figures.Round(figure.Value))];
}
