using System.Text.RegularExpressions;
using InstanceScheduler.Benchmarks.Pages;
using InstanceScheduler.Benchmarks.Suite;

namespace InstanceScheduler.Conventions.Tests.Performance;

/// <summary>What the pages say of performance is what the suite measured.</summary>
public sealed partial class PerformancePageTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");
    private static readonly string Json = File.ReadAllText(Path.Combine(Docs, "performance.json"));

    public static TheoryData<string> Pages => new() { "performance.md", Path.Combine("zh-CN", "performance.md") };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_the_figures_of_the_file(string name)
    {
        var path = Path.Combine(Docs, name);
        var page = File.ReadAllText(path);
        Assert.Equal(PerformancePage.Render(page, SuiteResults.Read(Json), PageLanguage.Of(path)), page);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_another_figure_when_the_file_has_one(string name)
    {
        var path = Path.Combine(Docs, name);
        var page = File.ReadAllText(path);
        var results = SuiteResults.Read(Json);
        var slower = results with { Quiet = [.. results.Quiet.Select(quiet => quiet with { QuietCpu = quiet.QuietCpu * 3 })] };
        Assert.NotEqual(PerformancePage.Render(page, slower, PageLanguage.Of(path)), page);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_every_block_and_no_measured_time_beside_them(string name)
    {
        var page = File.ReadAllText(Path.Combine(Docs, name));
        Assert.Equal(
            ["acting", "configuration", "cost", "growth", "machine", "marks", "micro", "prices", "quiet", "small", "start", "unused"],
            BlockName().Matches(page).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
        // What the page says of the suite's own assumptions and of v1.3, and nothing else.
        Assert.Equal(["20 ms", "20 ms", "430 ms", "0.52 ms"], Time().Matches(PerformancePage.Prose(page)).Select(match => match.Value));
    }

    [Fact]
    public void The_file_is_as_the_suite_writes_it() => Assert.Equal(SuiteResults.Read(Json).ToJson(), Json);

    [Fact]
    public void The_file_holds_what_the_page_promises()
    {
        var missed = PassMarks.Of(SuiteResults.Read(Json)).Where(mark => mark is { IsMet: false, Kind.HoldsEverywhere: true }).Select(mark => mark.Kind.English);
        Assert.Empty(missed);
    }

    [GeneratedRegex("<!-- figures: (?<name>[a-z]+) -->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlockName();

    [GeneratedRegex("[0-9][0-9.,]* ?(ms|µs|ns)\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();
}
