using System.CommandLine;
using InstanceScheduler.Benchmarks.Load;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>Measures everything.</summary>
internal sealed class AllCommand : Command
{
    private readonly Option<FileInfo> _function = BenchmarkOptions.Function();
    private readonly Option<FileInfo> _json = BenchmarkOptions.File("--json", "Where the results go", "docs/performance.json");
    private readonly Option<int> _runs = BenchmarkOptions.Count("--runs", "Processes behind each median; a quarter of them for small functions", 20);
    private readonly Option<FileInfo> _before = BenchmarkOptions.Function("--before", isRequired: false);
    private readonly Option<string?> _beforeCommit = new("--before-commit") { Description = "Commit of --before, the function before it knew calendars and overrides" };

    public AllCommand()
        : base("all", "Measures everything, prints it, and writes it to a file; page makes a page of that.")
    {
        Options.Add(_function);
        Options.Add(_json);
        Options.Add(_runs);
        Options.Add(_before);
        Options.Add(_beforeCommit);
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
            Runs = parsed.GetRequiredValue(_runs),
            Before = parsed.GetValue(_before)?.FullName,
            BeforeCommit = parsed.GetValue(_beforeCommit),
        };
        var results = await new SuiteRun(plan, Console.Error.WriteLine, stop).RunAsync(await Commit.CurrentAsync(stop), TimeProvider.System.GetUtcNow());
        await File.WriteAllTextAsync(parsed.GetRequiredValue(_json).FullName, results.ToJson(), stop);
        SuiteTable.Print(results);
        return 0;
    }
}
