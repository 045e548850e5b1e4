using System.CommandLine;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>What a tick costs, by the size of the fleet.</summary>
internal sealed class LoadCommand : Command
{
    private readonly Option<FileInfo> _function = new("--function") { Description = "A published bootstrap", Required = true };
    private readonly Option<int[]> _sizes = new("--sizes") { Description = "Sizes of fleets", DefaultValueFactory = _ => [0, 1_000, 10_000, 100_000], AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _memory = new("--memory") { Description = "Size of the function in MB, as Lambda tells it the process" };

    public LoadCommand()
        : base("load", "Measures ticks on which nothing changes, for fleets of several sizes.")
    {
        _function.AcceptExistingOnly();
        Options.Add(_function);
        Options.Add(_sizes);
        Options.Add(_memory);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (!ProcessCpu.IsKnown)
        {
            Console.Error.WriteLine("This system does not tell how much CPU a thread has used (/proc/self/schedstat): measure on Linux.");
            return 1;
        }

        Console.WriteLine("instances  KB each  cold ms (CPU)      quiet ms (CPU)     µs CPU each  bare XML ms  ratio  local AWS ms  calls: list query write  peak MB");
        foreach (var size in parsed.GetRequiredValue(_sizes))
        {
            var result = await LoadBenchmark.RunAsync(parsed.GetRequiredValue(_function).FullName, size, size > 20_000 ? 5 : 20, parsed.GetValue(_memory));
            Console.WriteLine(
                $"{size,9:N0}  {result.PageBytes / 1000,7:F1}  {result.ColdWall,7:F0} ({result.ColdCpu,6:F0})   {result.QuietWall,8:F1} ({result.QuietCpu,7:F1})  {(size == 0 ? 0 : result.QuietCpu * 1000 / size),11:F1}  {result.BareCpu,11:F1}  {result.Ratio,5:F2}  {result.LocalAwsCpu,12:F1}  {result.DescribeCalls,11} {result.QueryCalls,5} {result.WriteCalls,5}  {result.PeakMegabytes,7:F1}");
        }

        return 0;
    }
}
