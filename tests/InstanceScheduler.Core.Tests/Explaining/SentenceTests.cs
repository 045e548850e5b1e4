using InstanceScheduler.Core.Explaining;

namespace InstanceScheduler.Core.Tests.Explaining;

public sealed class SentenceTests
{
    private static readonly Dictionary<string, string[]> Table = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "sentences.tsv"))
        .Skip(1)
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Situations.All.Select(one => one.Situation)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_situation_is_told_in_both_languages(string situation)
    {
        var story = Situations.All.Single(one => one.Situation == situation).Story;
        var told = $"{situation}\t{Sentence.Of(story, Language.English)}\t{Sentence.Of(story, Language.Chinese)}";
        Assert.True(Table.TryGetValue(situation, out var row), $"sentences.tsv lacks a row:\n{told}");
        Assert.Equal(string.Join('\t', row), told);
    }

    [Fact]
    public void Every_row_of_the_table_is_a_situation_and_there_are_thirty_at_least()
    {
        Assert.Equal(Situations.All.Select(one => one.Situation), Table.Keys);
        Assert.InRange(Table.Count, 30, int.MaxValue);
    }

    [Fact]
    public void A_sentence_is_one_line_and_ends_once() =>
        Assert.All(Situations.All.SelectMany(one => (string[])[Sentence.Of(one.Story, Language.English), Sentence.Of(one.Story, Language.Chinese)]), sentence =>
        {
            Assert.DoesNotContain('\n', sentence);
            Assert.Matches("[.。]$", sentence);
            Assert.DoesNotMatch("[.。]{2}|。.|\\. [A-Z]", sentence);
        });
}
