using System.Diagnostics;
using System.Globalization;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>One process of the published function and a fleet of some size: its first tick, then ticks on which nothing changes.</summary>
internal static class LoadBenchmark
{
    public static async Task<LoadResult> RunAsync(string path, int instances, int quietTicks, string? memory)
    {
        var ten = DateTimeOffset.Parse("2026-11-23T10:00+08:00", CultureInfo.InvariantCulture);
        var office = new OfficeStage(ten);
        var aws = office.Stage.Aws;
        for (var number = 0; number < instances; number++)
            aws.Ec2.Add(Instance(number));

        await using var function = await PublishedFunction.StartAsync(office.Stage, path, Stream.Null, CancellationToken.None, memory);
        var cold = await TickAsync(office, function.Process, ten);
        var quiet = new List<TickCost>();
        for (var tick = 1; tick <= quietTicks; tick++)
        {
            aws.Calls.Clear();
            quiet.Add(await TickAsync(office, function.Process, ten.AddMinutes(tick)));
        }

        var peak = ProcessCpu.PeakMegabytes(function.Process.Id);
        var pages = await ListingPages.ReadAsync(aws);
        var calls = aws.Calls;
        return new LoadResult(
            instances, instances == 0 ? 0 : pages.Sum(page => (double)page.Length) / instances, cold.Wall, cold.Cpu,
            Median(quiet, cost => cost.Wall), Median(quiet, cost => cost.Cpu), instances == 0 ? 0 : ListingPages.BarePass(pages).TotalMilliseconds,
            Median(quiet, cost => cost.LocalAwsCpu),
            // Those of the pages that were read just now do not count.
            calls.Count("ec2", "DescribeInstances") - pages.Count, calls.Count("dynamodb", "Query"),
            calls.Count("dynamodb", "PutItem") + calls.Count("dynamodb", "DeleteItem"), peak);
    }

    private static async Task<TickCost> TickAsync(OfficeStage office, Process function, DateTimeOffset instant)
    {
        var (own, used) = (ProcessCpu.Of(Environment.ProcessId), ProcessCpu.Of(function.Id));
        var wall = await office.TickAsync(instant);
        return new TickCost(
            wall.TotalMilliseconds, (ProcessCpu.Of(function.Id) - used).TotalMilliseconds, (ProcessCpu.Of(Environment.ProcessId) - own).TotalMilliseconds);
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
