using System.CommandLine;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>What a tick costs, by the size of the fleet.</summary>
internal sealed class LoadCommand : Command
{
    private const int Large = 20_000;

    private readonly Option<FileInfo> _function = BenchmarkOptions.Function();
    private readonly Option<int[]> _sizes = new("--sizes") { Description = "Sizes of fleets", DefaultValueFactory = _ => [0, 1_000, 10_000, 100_000], AllowMultipleArgumentsPerToken = true };
    private readonly Option<int?> _memory = new("--memory") { Description = "Size of the function in MB, as Lambda tells it the process" };

    public LoadCommand()
        : base("load", "Measures ticks on which nothing changes, for fleets of several sizes.")
    {
        Options.Add(_function);
        Options.Add(_sizes);
        Options.Add(_memory);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (!ProcessCpu.IsKnown)
        {
            Console.Error.WriteLine(ProcessCpu.WhyUnknown);
            return 1;
        }

        Console.WriteLine(LoadTable.Heading);
        foreach (var size in parsed.GetRequiredValue(_sizes))
            Console.WriteLine(LoadTable.Line(await LoadBenchmark.RunAsync(
                new LoadSetting(parsed.GetRequiredValue(_function).FullName, size) { QuietTicks = size > Large ? 5 : 20, Memory = parsed.GetValue(_memory) })));
        return 0;
    }
}
