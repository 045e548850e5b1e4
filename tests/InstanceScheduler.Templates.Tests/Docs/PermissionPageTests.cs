using InstanceScheduler.Templates.Tests.Proof;
using Xunit.Abstractions;

namespace InstanceScheduler.Templates.Tests.Docs;

/// <summary>The page on permissions holds the proof's own tables. <c>UPDATE_DOCS=1</c> writes them anew: then read the difference.</summary>
public sealed class PermissionPageTests(ITestOutputHelper output)
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "permissions.md");

    [Theory]
    [InlineData("hub")]
    [InlineData("remote")]
    public void The_page_shows_the_proof(string role)
    {
        var table = PermissionTable.Of(role == "hub" ? RolePlan.Hub : RolePlan.Remote);
        output.WriteLine(table);
        var (begin, end) = ($"<!-- proof of the {role} role: written by a test -->\n\n", $"\n<!-- end of the {role} role -->");
        var text = File.ReadAllText(Page);
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= begin.Length && to >= from - 1, $"{Page} has no place for the table of the {role} role: {begin}{end}");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Page, text[..from] + table + text[to..]);
            return;
        }

        Assert.Equal(text[from..to], table);
    }
}
