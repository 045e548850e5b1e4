using System.CommandLine;
using InstanceScheduler.Benchmarks.Load;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>Fails where a figure is larger than it may be on any machine.</summary>
internal sealed class CheckCommand : Command
{
    private const int Runs = 3;

    private readonly Option<FileInfo> _function = BenchmarkOptions.Function();
    private readonly Option<bool> _full = new("--full") { Description = "Also with 100,000 instances" };

    public CheckCommand()
        : base("check", "Measures in a minute what must hold on every machine, and fails where it does not.")
    {
        Options.Add(_function);
        Options.Add(_full);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (!ProcessCpu.IsKnown)
        {
            Console.Error.WriteLine(ProcessCpu.WhyUnknown);
            return 1;
        }

        var plan = new SuitePlan(parsed.GetRequiredValue(_function).FullName)
        {
            Runs = Runs,
            Quiet = parsed.GetValue(_full) ? [0, 10_000, 100_000] : [0, 10_000],
            Acting = [1_000],
            Memories = [],
            IsWhole = false,
        };
        var results = await new SuiteRun(plan, Console.Error.WriteLine, stop).RunAsync(await Commit.CurrentAsync(stop), TimeProvider.System.GetUtcNow());
        SuiteTable.Print(results);
        var missed = PassMarks.Of(results).Where(mark => mark is { IsMet: false, Kind.HoldsEverywhere: true }).ToList();
        foreach (var mark in missed)
            Console.Error.WriteLine($"{mark.Kind.English}: {mark.Seen} {mark.Kind.Unit}, and at most {mark.Limit} is allowed; compare with docs/performance.md, and look for what changed.");
        return missed.Count == 0 ? 0 : 1;
    }
}
