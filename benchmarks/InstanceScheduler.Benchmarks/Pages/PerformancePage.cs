using System.Text.RegularExpressions;
using InstanceScheduler.Benchmarks.Suite;

namespace InstanceScheduler.Benchmarks.Pages;

/// <summary>A page whose figures stand in blocks, each made of the suite's results.</summary>
internal static partial class PerformancePage
{
    /// <summary>The page with the figures of these results.</summary>
    /// <param name="page">The page as it is.</param>
    /// <param name="results">The results.</param>
    /// <param name="language">Of the page.</param>
    /// <exception cref="FormatException">There is a block of a name that nobody knows.</exception>
    public static string Render(string page, SuiteResults results, PageLanguage language)
    {
        var tables = new PageTables(results, language);
        return Block().Replace(page, block => $"{block.Groups["begin"].Value}\n{tables.Of(block.Groups["name"].Value)}\n{block.Groups["end"].Value}");
    }

    /// <summary>The page without its blocks.</summary>
    public static string Prose(string page) => Block().Replace(page, "");

    [GeneratedRegex(@"(?<begin><!-- figures: (?<name>[a-z]+) -->)\n.*?(?<end><!-- end of figures -->)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
