namespace InstanceScheduler.Benchmarks;

internal static class Program
{
    private const string Usage = """
        Measures the published function against a local AWS.

        usage: start --function PATH [--runs N]
          --function PATH  a published bootstrap (dotnet publish src/InstanceScheduler.Lambda -c Release -r linux-x64 -o DIR)
          --runs N         processes to start; the median is shown (default 20)
        """;

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["-h" or "--help"])
        {
            Console.WriteLine(Usage);
            return 0;
        }

        var path = OptionOf(arguments, "--function");
        var runs = OptionOf(arguments, "--runs") is { } text ? int.TryParse(text, out var number) ? number : 0 : 20;
        if (arguments.Length == 0 || arguments[0] != "start" || path is null || !File.Exists(path) || runs < 1)
        {
            await Console.Error.WriteLineAsync(path is not null && !File.Exists(path) ? $"--function: \"{path}\" does not exist; publish the function first" : Usage);
            return 2;
        }

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

    private static string? OptionOf(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;

    private static double Median(List<StartResult> results, Func<StartResult, double> figure) =>
        results.Select(figure).Order().ElementAt(results.Count / 2);
}
