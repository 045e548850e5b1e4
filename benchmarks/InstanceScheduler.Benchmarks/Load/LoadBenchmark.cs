using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>One process of the published function and a fleet of some size: its first tick, then ticks on which nothing changes.</summary>
internal static class LoadBenchmark
{
    public static async Task<LoadResult> RunAsync(LoadSetting setting)
    {
        var ten = OfficeStage.At("10:00");
        var office = new OfficeStage(ten, setting.Items);
        var aws = office.Stage.Aws;
        office.AddInstances(setting.Instances, PowerState.Running);

        await using var function = await FunctionProcess.StartAsync(office, setting);
        var cold = await function.TickAsync(ten);
        var quiet = new List<TickCost>();
        for (var tick = 1; tick <= LoadSetting.WarmUpTicks + setting.QuietTicks; tick++)
        {
            aws.Calls.Clear();
            var cost = await function.TickAsync(ten.AddMinutes(tick));
            if (tick > LoadSetting.WarmUpTicks)
                quiet.Add(cost);
        }

        var calls = aws.Calls;
        var (describes, queries) = (calls.Count("ec2", "DescribeInstances"), calls.Count("dynamodb", "Query"));
        var writes = calls.Count("dynamodb", "PutItem") + calls.Count("dynamodb", "UpdateItem") + calls.Count("dynamodb", "DeleteItem");
        var reads = calls.Count("dynamodb") - queries - writes;
        var peak = function.PeakMegabytes;
        IReadOnlyList<byte[]> pages = setting.Instances == 0 ? [] : await ListingPages.ReadAsync(aws);
        var bare = ListingPages.BarePasses(pages);
        return new LoadResult(
            setting.Instances, pages.Sum(page => (double)page.Length) / Math.Max(1, setting.Instances), cold.Wall, cold.Cpu,
            Figures.Median(quiet, cost => cost.Wall), Figures.Median(quiet, cost => cost.Cpu), Figures.Round(quiet.Min(cost => cost.Cpu)),
            bare is [] ? 0 : Figures.Median(bare, pass => pass),
            bare is [] ? 0 : Figures.Round(quiet.Min(cost => cost.Cpu) / bare.Min()),
            Figures.Median(quiet, cost => cost.LocalAwsCpu), describes, queries, writes, reads, Figures.Median(quiet, cost => cost.LogBytes), peak);
    }
}
