using System.CommandLine;

namespace InstanceScheduler.Benchmarks;

/// <summary>How fast the published function starts, and how much memory it takes.</summary>
internal sealed class StartCommand : Command
{
    private readonly Option<FileInfo> _function = new("--function") { Description = "A published bootstrap (dotnet publish src/InstanceScheduler.Lambda -c Release -r linux-x64 -o DIR)", Required = true };
    private readonly Option<int> _runs = new("--runs") { Description = "Processes to start; the median is shown", DefaultValueFactory = _ => 20 };

    public StartCommand()
        : base("start", "Measures starts, ticks and memory of the published function.")
    {
        _function.AcceptExistingOnly();
        _runs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--runs: give a number from 1 on.");
        });
        Options.Add(_function);
        Options.Add(_runs);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (path, runs) = (parsed.GetRequiredValue(_function).FullName, parsed.GetRequiredValue(_runs));
        var results = new List<StartResult>();
        for (var run = 0; run < runs; run++)
            results.Add(await StartBenchmark.RunAsync(path));
        Console.WriteLine($"Median of {runs} processes:");
        Console.WriteLine($"  spawn to first /next      {Median(results, result => result.SpawnToNext.TotalMilliseconds),8:F1} ms  (aim: 25)");
        Console.WriteLine($"  first tick, all of it     {Median(results, result => result.FirstTick.TotalMilliseconds),8:F1} ms");
        Console.WriteLine($"  warm tick, all of it      {Median(results, result => result.WarmTick.TotalMilliseconds),8:F1} ms");
        Console.WriteLine($"  peak memory               {Median(results, result => result.PeakMegabytes),8:F1} MB  (aim: 40)");
        Console.WriteLine("A tick is the scheduled event, the fan-out, and the run of one target whose one instance starts.");
        return 0;
    }

    private static double Median(List<StartResult> results, Func<StartResult, double> figure) =>
        results.Select(figure).Order().ElementAt(results.Count / 2);
}
