namespace InstanceScheduler.Benchmarks.Pages;

/// <summary>A table of a page.</summary>
internal static class MarkdownTable
{
    /// <param name="headings">The first stands over words, all others over figures, but for those that begin with a blank.</param>
    /// <param name="rows">As many cells each.</param>
    public static string Of(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows) => string.Join('\n',
        rows.Select(Line).Prepend($"|{string.Concat(headings.Select((heading, place) => place == 0 || heading.StartsWith(' ') ? "---|" : "---:|"))}")
            .Prepend(Line([.. headings.Select(heading => heading.Trim())])));

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";
}
