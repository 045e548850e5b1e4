using System.Collections.Immutable;
using CsCheck;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Problems;
using static InstanceScheduler.Aws.Tests.Problems.Causes;

namespace InstanceScheduler.Aws.Tests.Health;

public sealed class HealthNewsTests
{
    private static readonly Gen<Problem> Problems =
        from code in Gen.Int[0, 2].Select(number => $"{(char)('A' + number)}")
        from message in Gen.Bool.Select(isOne => isOne ? "x" : "y")
        from ids in Gen.Int[1, 8].Array[0, 5]
        select Of(code, message, [.. ids.Select(id => $"i-{id}")]);

    private static readonly Gen<ImmutableArray<ProblemCause>> Healths = Problems.Array[0, 6].Select(problems => ProblemCauses.Of(problems));

    // What was told, what is now, whether that is news.
    public static TheoryData<string, object, object, bool> Rows => new()
    {
        { "nothing, still", From(), From(), false },
        { "the first problem", From(), From(Warning("A")), true },
        { "the same", From(Warning("A")), From(Warning("A")), false },
        { "the same with other encoded parts", From(Of("A", "no. Encoded authorization failure message: x")), From(Of("A", "no. Encoded authorization failure message: y")), false },
        { "one that has gone", From(Warning("A"), Warning("B")), From(Warning("B")), false },
        { "one more code", From(Warning("A")), From(Warning("A"), Warning("B")), true },
        { "the same code with another message", From(Of("A", "x")), From(Of("A", "y")), true },
        { "the same instances", From(Warning("A", "i-1", "i-2")), From(Warning("A", "i-2", "i-1")), false },
        { "fewer instances", From(Warning("A", "i-1", "i-2")), From(Warning("A", "i-2")), false },
        { "one more instance", From(Warning("A", "i-1")), From(Warning("A", "i-1", "i-2")), true },
        { "another instance", From(Warning("A", "i-1")), From(Warning("A", "i-2")), true },
        { "an instance with another message", From(Of("A", "x", "i-1")), From(Of("A", "y", "i-1")), false },
        { "an instance with another code", From(Warning("A", "i-1")), From(Warning("B", "i-1")), true },
        { "from instances to the whole", From(Warning("A", "i-1")), From(Warning("A")), true },
        { "from the whole to instances", From(Warning("A")), From(Warning("A", "i-1")), true },
        { "worse than it was", From(Warning("A")), From(Error("A")), false },
        { "beyond the bound: as many, others", Bounded(Warning("A", Ids(1500))), From(Warning("A", Ids(1500, from: 500))), false },
        { "beyond the bound: nearly twice", Bounded(Warning("A", Ids(1500))), From(Warning("A", Ids(2999))), false },
        { "beyond the bound: twice", Bounded(Warning("A", Ids(1500))), From(Warning("A", Ids(3000))), true },
        { "beyond the bound: another code", Bounded(Warning("A", Ids(1500))), From(Warning("A", Ids(1500)), Warning("B", "i-1")), true },
        { "beyond the bound: another code that was told", Bounded(Warning("A", Ids(1500)), Warning("B")), From(Warning("A", Ids(1500)), Warning("B")), false },
        { "more causes than fit", Bounded(Many(2000)), From(Many(2000)), false },
        { "twice as many causes as more than fit", Bounded(Many(2000)), From(Many(4000)), true },
        { "at the bound", Bounded(Warning("A", Ids(HealthBounds.MaxIds))), From(Warning("A", Ids(HealthBounds.MaxIds + 1))), true },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Something_is_news_or_not(string what, object told, object now, bool isNews)
    {
        Assert.NotEmpty(what);
        Assert.Equal(isNews, new HealthNews((ImmutableArray<ProblemCause>)told).IsIn((ImmutableArray<ProblemCause>)now));
    }

    [Fact]
    public void What_was_told_of_a_bounded_code_stays_when_its_growth_could_not_be_told()
    {
        var told = Bounded(Warning("A", Ids(1500)));
        AssertSame(told, new HealthNews(told).Without(From(Warning("A", Ids(3000)), Warning("B"))));
    }

    [Fact]
    public void News_that_was_not_told_stays_news() => Gen.Select(Healths, Healths).Sample((told, now) =>
    {
        var news = new HealthNews(told);
        var remembered = news.Without(now);

        Assert.False(news.IsIn(remembered));
        Assert.Equal(news.IsIn(now), new HealthNews(remembered).IsIn(now));
        if (!news.IsIn(now))
            AssertSame(now, remembered);
    });

    [Fact]
    public void What_was_told_is_no_news_bounded_or_not() => Healths.Sample(now =>
    {
        Assert.False(new HealthNews(now).IsIn(now));
        Assert.False(new HealthNews(HealthBounds.Fit(now)).IsIn(now));
    });

    private static ImmutableArray<ProblemCause> Bounded(params Problem[] problems) => HealthBounds.Fit(From(problems));

    private static Problem[] Many(int count) => [.. Enumerable.Range(1, count).Select(number => Of("Configuration", $"period \"{number:0000}\": its begin time cannot be read"))];
}
