using System.Globalization;
using InstanceScheduler.Benchmarks.Load;
using InstanceScheduler.Benchmarks.Suite;

namespace InstanceScheduler.Benchmarks.Pages;

/// <summary>The blocks of figures of a page.</summary>
/// <param name="results">The results.</param>
/// <param name="language">Of the page.</param>
internal sealed class PageTables(SuiteResults results, PageLanguage language)
{
    private const double Percent = 100;

    /// <exception cref="FormatException">Nobody knows the name.</exception>
    public string Of(string name) => name switch
    {
        "machine" => Machine(),
        "marks" => Marks(),
        "start" => Start(),
        "quiet" => Quiet(),
        "growth" => Growth(),
        "acting" => Acting(),
        "small" => Small(),
        "configuration" => Configuration(),
        "micro" => Micro(),
        "unused" => Unused(),
        "prices" => new CostTables(results, language).Prices(),
        "cost" => new CostTables(results, language).Costs(),
        _ => throw new FormatException($"There is no block of figures \"{name}\"; use machine, marks, start, quiet, growth, acting, small, configuration, micro, unused, prices or cost."),
    };

    private string Machine() => T(
        $"Commit `{results.Commit}`, {results.Date}, {results.Machine.Cores} cores of {results.Machine.Cpu}, {results.Machine.System}, {results.Machine.DotNet}. Medians of {results.Runs} processes, of {results.SmallRuns} for small functions. Load of the machine before: {results.Machine.Load:F2}.",
        $"提交 `{results.Commit}`，{results.Date}，{results.Machine.Cpu} {results.Machine.Cores} 核，{results.Machine.System}，{results.Machine.DotNet}。取 {results.Runs} 个进程的中位数，小函数取 {results.SmallRuns} 个。测量前机器的负载：{results.Machine.Load:F2}。");

    private string Marks() => MarkdownTable.Of(
        [T("what", "项目"), T("at most", "上限"), T("seen", "实测"), T(" met", " 达到")],
        PassMarks.Of(results).Select(mark => (string[])
        [
            T(mark.Kind.English, mark.Kind.Chinese), $"{N(mark.Limit)} {mark.Kind.Unit}".TrimEnd(), $"{N(mark.Seen)} {mark.Kind.Unit}".TrimEnd(),
            mark.IsMet ? T("yes", "是") : T("**no**", "**否**"),
        ]));

    private string Start() => MarkdownTable.Of(
        [T("process to its first question for work", "进程启动到第一次请求工作"), T("first tick", "第一次触发"), T("warm tick", "热触发"), T("peak memory", "内存峰值")],
        [[$"{N(results.Start.SpawnToNext)} ms", $"{N(results.Start.FirstTick)} ms", $"{N(results.Start.WarmTick)} ms", $"{N(results.Start.PeakMegabytes)} MB"]]);

    private string Quiet() => MarkdownTable.Of(
        [
            T("instances", "实例"), T("time, ms", "时间，ms"), T("CPU, ms", "CPU，ms"), T("bare XML pass, ms", "纯 XML 遍历，ms"), T("ratio", "比值"),
            T("local AWS, ms", "本地 AWS，ms"), T("listing calls", "列表调用"), T("state reads", "状态读取"), T("writes", "写入"), T("peak, MB", "峰值，MB"), T("first tick, ms", "第一次触发，ms"),
        ],
        results.Quiet.Select(quiet => (string[])
        [
            $"{quiet.Instances:N0}", N(quiet.QuietWall), N(quiet.QuietCpu), quiet.Instances == 0 ? "" : N(quiet.BareCpu), quiet.Instances == 0 ? "" : $"{quiet.Ratio:F2}",
            N(quiet.LocalAwsCpu), $"{quiet.DescribeCalls}", $"{quiet.QueryCalls}", $"{quiet.WriteCalls}", N(quiet.PeakMegabytes), N(quiet.ColdWall),
        ]));

    private string Growth()
    {
        var (empty, largest) = (results.Quiet[0], results.Quiet[^1]);
        var each = (largest.QuietCpu - empty.QuietCpu) * 1000 / largest.Instances;
        return T(
            $"CPU grows with the fleet in a straight line: {N(empty.QuietCpu)} ms, and {N(Figures.Round(each))} µs per instance, for {N(Figures.Round(largest.PageBytes))} bytes of XML each. v1.3 in Python took 430 ms, and 520 µs per instance.",
            $"CPU 随实例数线性增长：{N(empty.QuietCpu)} ms，另加每个实例 {N(Figures.Round(each))} µs（每个实例的 XML 为 {N(Figures.Round(largest.PageBytes))} 字节）。Python 的 v1.3 为 430 ms，另加每个实例 520 µs。");
    }

    private string Acting() => MarkdownTable.Of(
        [T("starts", "启动"), T(" tags", " 标签"), T("time, ms", "时间，ms"), T("CPU, ms", "CPU，ms"), T("EC2 calls", "EC2 调用"), T("state writes", "状态写入"), T("log, bytes", "日志，字节"), T("peak, MB", "峰值，MB")],
        results.Acting.Select(acting => (string[])
        [
            $"{acting.Instances:N0}", acting.Tags ? T("yes", "有") : T("no", "无"), N(acting.Wall), N(acting.Cpu), $"{acting.Ec2Calls:N0}", $"{acting.WriteCalls:N0}", $"{acting.LogBytes:N0}", N(acting.PeakMegabytes),
        ]));

    private string Small() => results.Small.IsEmpty ? T("Not measured.", "未测量。") : MarkdownTable.Of(
        [T("function, MB", "函数，MB"), T("of a core", "占一核"), T("instances", "实例"), T("first tick, s", "第一次触发，s"), T("tick without changes, s", "无变化的触发，s"), T("starts of all, s", "全部启动，s"), T("peak, MB", "峰值，MB")],
        results.Small.Select(small => (string[])
        [
            $"{small.Memory}", $"{small.Cores:F3}", $"{small.Instances:N0}", $"{small.First:F2}", $"{small.Quiet:F2}", small.Instances == 0 ? "" : $"{small.Start:F2}", N(small.PeakMegabytes),
        ]));

    private string Configuration() => results.Configuration is not { } configuration ? T("Not measured.", "未测量。") : MarkdownTable.Of(
        [T($"{configuration.Schedules:N0} schedules, CPU", $"{configuration.Schedules:N0} 个计划，CPU"), T("first tick, ms", "第一次触发，ms"), T("later tick, ms", "之后的触发，ms")],
        [
            [T("reading the table", "读取表"), N(configuration.TableCold), N(configuration.TableWarm)],
            [T("making sense of it", "解读"), N(configuration.Cold), N(configuration.Warm)],
        ]);

    private string Micro() => MarkdownTable.Of(
        [T("operation", "操作"), T("time, ns", "时间，ns"), T("allocated, bytes", "分配，字节")],
        results.Micro.Select(micro => (string[])[$"`{micro.Name}`", $"{N(micro.Nanoseconds)}", $"{micro.Bytes:N0}"]));

    private string Unused()
    {
        if (results.Unused is not { } unused)
            return T("Not measured.", "未测量。");
        var rows = new List<string[]>
        {
            Row(T($"{unused.Each} calendars and {unused.Each} overrides of no instance in the table", $"表中有 {unused.Each} 个日历和 {unused.Each} 个与任何实例无关的覆盖"), unused.Items),
        };
        if (unused.Before is { } before)
            rows.Add(Row(T($"the function before it knew calendars and overrides (`{unused.BeforeCommit}`), and now", $"尚无日历和覆盖功能的函数（`{unused.BeforeCommit}`）与现在"), before));
        return MarkdownTable.Of([T("10,000 instances", "10,000 个实例"), T("without, ms CPU", "无，ms CPU"), T("with, ms CPU", "有，ms CPU"), T("more", "增加")], rows);

        static string[] Row(string what, ComparisonResult comparison) =>
            [what, N(comparison.Plain), N(comparison.Beside), $"{(comparison.Share * Percent).ToString("+0.0;-0.0", CultureInfo.InvariantCulture)} %"];
    }

    private string T(string english, string chinese) => language.Text(english, chinese);

    // Three digits, which is what a reader takes in.
    private static string N(double figure) => figure switch
    {
        >= 100 => figure.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => figure.ToString("0.#", CultureInfo.InvariantCulture),
        _ => figure.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
