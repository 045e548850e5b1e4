using System.CommandLine;
using BenchmarkDotNet.Loggers;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>What single operations cost.</summary>
internal sealed class MicroCommand : Command
{
    private readonly Option<string> _filter = new("--filter") { Description = "Names to run, with wildcards: *Schedule*", DefaultValueFactory = _ => "*" };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Show every iteration" };

    public MicroCommand()
        : base("micro", "Measures single operations and what they allocate, under the JIT.")
    {
        Options.Add(_filter);
        Options.Add(_verbose);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var results = MicroRun.Run(parsed.GetRequiredValue(_filter), parsed.GetValue(_verbose) ? ConsoleLogger.Default : NullLogger.Instance);
        if (results.IsEmpty)
        {
            Console.Error.WriteLine($"--filter: \"{parsed.GetValue(_filter)}\" fits none; give a part of a name between asterisks, such as *Schedule*.");
            return 1;
        }

        foreach (var result in results)
            Console.WriteLine($"{result.Name,-40} {result.Nanoseconds,14:N1} ns {result.Bytes,12:N0} B");
        return 0;
    }
}
