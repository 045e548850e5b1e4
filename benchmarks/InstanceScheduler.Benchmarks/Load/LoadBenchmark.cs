using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>One process of the published function and a fleet of some size: its first tick, then ticks on which nothing changes.</summary>
internal static class LoadBenchmark
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(5);

    private static readonly string[] Items =
    [
        """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""",
        """{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["day"]}}""",
    ];

    public static async Task<LoadResult> RunAsync(string path, int instances, int quietTicks, string? memory)
    {
        var ten = DateTimeOffset.Parse("2026-11-23T10:00+08:00", CultureInfo.InvariantCulture);
        var time = new VirtualTimeProvider(ten);
        var stage = new Stage(new LocalAwsOptions { TransitionTimes = TransitionTimes.Immediate, CallsKept = 0 }, time);
        foreach (var item in Items)
            stage.Aws.Dynamo.Table(Stage.ConfigTable).PutRaw(JsonDocument.Parse(item).RootElement);
        for (var number = 0; number < instances; number++)
            stage.Aws.Ec2.Add(Instance(number));

        await using var function = await PublishedFunction.StartAsync(stage, path, Stream.Null, CancellationToken.None, memory);
        var cold = await TickAsync(stage, function.Process, ten);
        var quiet = new List<TickCost>();
        for (var tick = 1; tick <= quietTicks; tick++)
        {
            time.AdvanceTo(ten.AddMinutes(tick));
            stage.Aws.Calls.Clear();
            quiet.Add(await TickAsync(stage, function.Process, ten.AddMinutes(tick)));
        }

        var peak = ProcessCpu.PeakMegabytes(function.Process.Id);
        var pages = await ListingPages.ReadAsync(stage.Aws);
        var calls = stage.Aws.Calls;
        return new LoadResult(
            instances, instances == 0 ? 0 : pages.Sum(page => (double)page.Length) / instances, cold.Wall, cold.Cpu,
            Median(quiet, cost => cost.Wall), Median(quiet, cost => cost.Cpu), instances == 0 ? 0 : ListingPages.BarePass(pages).TotalMilliseconds,
            Median(quiet, cost => cost.LocalAwsCpu),
            // Those of the pages that were read just now do not count.
            calls.Count("ec2", "DescribeInstances") - pages.Count, calls.Count("dynamodb", "Query"),
            calls.Count("dynamodb", "PutItem") + calls.Count("dynamodb", "DeleteItem"), peak);
    }

    private static async Task<TickCost> TickAsync(Stage stage, Process function, DateTimeOffset instant)
    {
        var (own, used, start) = (ProcessCpu.Of(Environment.ProcessId), ProcessCpu.Of(function.Id), Stopwatch.GetTimestamp());
        await stage.Aws.Functions.InvokeAsync(Stage.FunctionName, stage.TickEvent(instant), InvocationType.Event);
        await stage.Aws.Functions.IdleAsync().WaitAsync(LongEnough);
        return new TickCost(
            Stopwatch.GetElapsedTime(start).TotalMilliseconds, (ProcessCpu.Of(function.Id) - used).TotalMilliseconds,
            (ProcessCpu.Of(Environment.ProcessId) - own).TotalMilliseconds);
    }

    private static LocalInstance Instance(int number) => new()
    {
        Id = $"i-{number:x17}",
        InitialState = PowerState.Running,
        Tags = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Name"] = $"application server {number}",
            ["Schedule"] = "office",
            ["CostCentre"] = $"{number % 97}",
            ["Environment"] = "development",
            ["Owner"] = "platform-team@example.cn",
        },
    };

    private static double Median(List<TickCost> costs, Func<TickCost, double> figure) => costs.Select(figure).Order().ElementAt(costs.Count / 2);
}
