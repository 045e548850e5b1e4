using System.CommandLine;

namespace InstanceScheduler.Benchmarks.Start;

/// <summary>How fast the published function starts, and how much memory it takes.</summary>
internal sealed class StartCommand : Command
{
    private readonly Option<FileInfo> _function = BenchmarkOptions.Function();
    private readonly Option<int> _runs = BenchmarkOptions.Count("--runs", "Processes to start; the median is shown", 20);

    public StartCommand()
        : base("start", "Measures starts, ticks and memory of the published function.")
    {
        Options.Add(_function);
        Options.Add(_runs);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (function, runs) = (parsed.GetRequiredValue(_function).FullName, parsed.GetRequiredValue(_runs));
        var results = new List<StartResult>();
        for (var run = 0; run < runs; run++)
            results.Add(await StartBenchmark.RunAsync(function));
        var median = StartResult.MedianOf(results);
        Console.WriteLine($"Median of {runs} processes:");
        Console.WriteLine($"  spawn to first /next      {median.SpawnToNext,8:F1} ms  (aim: 25)");
        Console.WriteLine($"  first tick, all of it     {median.FirstTick,8:F1} ms  (aim: 80)");
        Console.WriteLine($"  warm tick, all of it      {median.WarmTick,8:F1} ms");
        Console.WriteLine($"  peak memory               {median.PeakMegabytes,8:F1} MB  (aim: 40)");
        Console.WriteLine("A tick is the scheduled event, the fan-out, and the run of one target whose one instance starts.");
        return 0;
    }
}
