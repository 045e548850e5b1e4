namespace InstanceScheduler.Conventions.Tests;

/// <summary>Habits of the sources that no analyzer checks.</summary>
public sealed class SourceTests
{
    private const int LongestFile = 300;

    private static readonly string Root = Repository.Root;

    public static TheoryData<string> Words => new() { "#region", "NotImplementedException", "DateTime.Now", "DateTime.UtcNow", "Thread.Sleep", "catch { }", "catch (Exception) { }" };

    [Theory]
    [MemberData(nameof(Words))]
    public void No_source_uses(string word) =>
        Assert.Empty(Sources("src").Where(file => File.ReadAllText(file).Contains(word, StringComparison.Ordinal)).Select(Relative));

    [Fact]
    public void Files_stay_short() =>
        Assert.Empty(Sources("src").Where(file => File.ReadLines(file).Count() > LongestFile).Select(Relative));

    [Fact]
    public void Every_async_member_of_ours_carries_its_deadline_or_token_last()
    {
        // RunDeadline carries the token; tests and handlers of the platform's own shape have none to give.
        var offenders = Sources(Path.Combine("src", "InstanceScheduler.Aws"))
            .SelectMany(file => File.ReadLines(file).Select(line => (file, line: line.Trim())))
            .Where(entry => entry.line.StartsWith("public ", StringComparison.Ordinal) && entry.line.Contains("Async(", StringComparison.Ordinal) && entry.line.EndsWith(')'))
            .Where(entry => !entry.line.EndsWith("RunDeadline deadline)", StringComparison.Ordinal)
                && !entry.line.EndsWith("CancellationToken cancellationToken)", StringComparison.Ordinal))
            .Select(entry => $"{Relative(entry.file)}: {entry.line}");
        Assert.Empty(offenders);
    }

    [Fact]
    public void The_readmes_have_the_same_headings_and_commands()
    {
        Assert.Equal(Skeleton("README.md"), Skeleton("README.zh-CN.md"));

        static IEnumerable<string> Skeleton(string file) => File.ReadLines(Path.Combine(Root, file))
            .Where(line => line.StartsWith('#') || line.StartsWith("dotnet ", StringComparison.Ordinal))
            .Select(line => line.StartsWith('#') ? new string('#', line.TakeWhile(letter => letter == '#').Count()) : line);
    }

    [Fact]
    public void Every_log_event_is_explained_to_operators()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "how-a-run-works.md"));
        var events = Sources(Path.Combine("src", "InstanceScheduler.Aws")).Concat(Sources(Path.Combine("src", "InstanceScheduler.Lambda")))
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(
                File.ReadAllText(file), "EventName = \"(?<name>[A-Za-z]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(match => match.Groups["name"].Value)
            .ToList();
        Assert.NotEmpty(events);
        Assert.All(events, name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var documents = new[] { "README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md" }.Select(name => Path.Combine(Root, name))
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories));
        var broken = from document in documents
                     from System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(
                         File.ReadAllText(document), @"\]\((?<target>[^)#:]+)(#[^)]*)?\)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                     let target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, link.Groups["target"].Value))
                     where !Path.Exists(target)
                     select $"{Relative(document)}: {link.Groups["target"].Value}";
        Assert.Empty(broken);
    }

    [Fact]
    public void The_checker_is_short_and_knows_nothing_of_what_it_checks()
    {
        var folder = Path.Combine("tests", "InstanceScheduler.Checker");
        var sources = Sources(folder).ToDictionary(Relative, File.ReadAllText, StringComparer.Ordinal);

        // In fair weather, in a storm, and on dates: each short enough to be read in one go. Words about the code do not count.
        var parts = sources.ToLookup(source => Path.GetFileName(Path.GetDirectoryName(source.Key)!), source => source.Value.Split('\n').Count(IsCode));
        Assert.Equal(["Dates", "InstanceScheduler.Checker", "Storm"], parts.Select(part => part.Key).Order(StringComparer.Ordinal));
        Assert.All(parts, part => Assert.InRange(part.Sum(), 1, 150));
        Assert.DoesNotContain("ProjectReference", File.ReadAllText(Path.Combine(Root, folder, "InstanceScheduler.Checker.csproj")), StringComparison.Ordinal);
        Assert.DoesNotContain(
            sources.SelectMany(source => source.Value.Split('\n')),
            line => line.StartsWith("using InstanceScheduler", StringComparison.Ordinal) && !line.StartsWith("using InstanceScheduler.Checker.", StringComparison.Ordinal));
    }

    private static bool IsCode(string line) => line.Trim() is { Length: > 0 } text
        && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("using ", StringComparison.Ordinal) && !text.StartsWith("namespace ", StringComparison.Ordinal);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Relative(string file) => Path.GetRelativePath(Root, file);
}
