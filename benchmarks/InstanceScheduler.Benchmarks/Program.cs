using System.CommandLine;
using InstanceScheduler.Benchmarks.Chaos;
using InstanceScheduler.Benchmarks.Cost;
using InstanceScheduler.Benchmarks.Load;
using InstanceScheduler.Benchmarks.Micro;
using InstanceScheduler.Benchmarks.Pages;
using InstanceScheduler.Benchmarks.Start;
using InstanceScheduler.Benchmarks.Suite;

namespace InstanceScheduler.Benchmarks;

internal static class Program
{
    private const int Unusable = 2;

    private static Task<int> Main(string[] arguments)
    {
        var root = new RootCommand("Measures the scheduler, and tries it in storms of faults, against a local AWS.")
        {
            new StartCommand(), new LoadCommand(), new MicroCommand(), new AllCommand(), new CheckCommand(), new PageCommand(), new CostCommand(), new ChaosCommand(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0)
            return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine("Add --help to see what there is.");
        return Task.FromResult(Unusable);
    }
}
