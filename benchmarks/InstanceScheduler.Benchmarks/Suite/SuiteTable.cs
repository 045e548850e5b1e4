using InstanceScheduler.Benchmarks.Load;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>Results on the console.</summary>
internal static class SuiteTable
{
    public static void Print(SuiteResults results)
    {
        Console.WriteLine($"{results.Commit}, {results.Date}, {results.Machine.Cores} cores of {results.Machine.Cpu}, {results.Machine.DotNet}, medians of {results.Runs} (small functions: {results.SmallRuns}), load before: {results.Machine.Load:F2}");
        Console.WriteLine($"spawn to /next {results.Start.SpawnToNext:F1} ms, first tick {results.Start.FirstTick:F1} ms, warm tick {results.Start.WarmTick:F1} ms, peak {results.Start.PeakMegabytes:F1} MB");
        Console.WriteLine();
        Console.WriteLine(LoadTable.Heading);
        foreach (var quiet in results.Quiet)
            Console.WriteLine(LoadTable.Line(quiet));
        Console.WriteLine();
        foreach (var acting in results.Acting)
            Console.WriteLine($"{acting.Instances,7:N0} starts{(acting.Tags ? ", with tags" : ""),-11}  {acting.Wall,7:F0} ms (CPU {acting.Cpu,6:F0})  {acting.Ec2Calls,4} EC2 calls  {acting.WriteCalls,4} writes  {acting.PeakMegabytes,6:F1} MB");
        foreach (var small in results.Small)
            Console.WriteLine($"{small.Memory,4} MB, {small.Cores:F3} cores, {small.Instances,6:N0} instances: first tick {small.First,6:F2} s, quiet {small.Quiet,6:F2} s, starts {small.Start,6:F2} s, {small.PeakMegabytes,6:F1} MB");
        if (results.Configuration is { } configuration)
            Console.WriteLine($"{configuration.Schedules:N0} schedules of three periods: {configuration.Cold:F1} ms more CPU cold, {configuration.Warm:F1} ms warm; reading them from the table {configuration.TableCold:F1} and {configuration.TableWarm:F1} ms");
        if (results.Unused is { } unused)
            Console.WriteLine($"unused items: {Text(unused.Items)}; code of features: {(unused.Before is { } before ? Text(before) : "not compared")}");
        foreach (var micro in results.Micro)
            Console.WriteLine($"{micro.Name,-40} {micro.Nanoseconds,14:N1} ns {micro.Bytes,12:N0} B");
        Console.WriteLine();
        foreach (var mark in PassMarks.Of(results))
            Console.WriteLine($"{(mark.IsMet ? "ok  " : mark.Kind.HoldsEverywhere ? "FAIL" : "over")}  {mark.Seen,10:N2} of {mark.Limit,8:N2} {mark.Kind.Unit,-3} {mark.Kind.English}");
    }

    private static string Text(ComparisonResult comparison) => $"{comparison.Plain:F1} to {comparison.Beside:F1} ms ({comparison.Share:+0.0 %;-0.0 %})";
}
