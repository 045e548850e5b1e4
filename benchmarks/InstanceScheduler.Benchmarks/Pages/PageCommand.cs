using System.CommandLine;
using InstanceScheduler.Benchmarks.Suite;

namespace InstanceScheduler.Benchmarks.Pages;

/// <summary>Puts the figures of a file into the pages.</summary>
internal sealed class PageCommand : Command
{
    private readonly Option<FileInfo> _json = BenchmarkOptions.File("--json", "Results of the command all", "docs/performance.json");
    private readonly Option<string[]> _pages = new("--pages")
    {
        Description = "Pages to write; those in a folder zh-CN in Chinese",
        DefaultValueFactory = _ => ["docs/performance.md", "docs/zh-CN/performance.md"],
        AllowMultipleArgumentsPerToken = true,
    };

    public PageCommand()
        : base("page", "Writes the figures of the command all into the pages that show them.")
    {
        Options.Add(_json);
        Options.Add(_pages);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            var results = SuiteResults.Read(File.ReadAllText(parsed.GetRequiredValue(_json).FullName));
            foreach (var page in parsed.GetRequiredValue(_pages))
                File.WriteAllText(page, PerformancePage.Render(File.ReadAllText(page), results, PageLanguage.Of(page)));
            return 0;
        }
        catch (Exception unusable) when (unusable is IOException or FormatException or System.Text.Json.JsonException or InvalidOperationException)
        {
            Console.Error.WriteLine(unusable.Message);
            return 1;
        }
    }
}
