using InstanceScheduler.Aws.Problems;
using static InstanceScheduler.Aws.Tests.Problems.Causes;

namespace InstanceScheduler.Aws.Tests.Problems;

public sealed class ProblemCausesTests
{
    [Fact]
    public void Errors_come_first_and_the_order_of_the_problems_does_not_matter()
    {
        Problem[] problems = [Warning("B"), Error("D", "i-1"), Warning("A"), Error("C"), Of("A", "another")];

        var causes = From(problems);

        Assert.Equal(
            ["Error C", "Error D", "Warning A", "Warning A", "Warning B"],
            causes.Select(cause => $"{cause.Severity} {cause.Code}"), StringComparer.Ordinal);
        AssertSame(causes, From(problems.Reverse()));
    }

    [Fact]
    public void Problems_of_one_cause_become_one()
    {
        var cause = Assert.Single(From(
            Of("Denied", "No. Encoded authorization failure message: aaaa", "i-2", "i-1"),
            Of("Denied", "No. Encoded authorization failure message: bbbb", "i-3", "i-1") with { Severity = ProblemSeverity.Error, Remedy = "allow it" }));

        Assert.Equal(["i-1", "i-2", "i-3"], cause.Ids, StringComparer.Ordinal);
        Assert.Equal(3, cause.Count);
        Assert.True(cause.IsWhole);
        Assert.Equal(ProblemSeverity.Error, cause.Severity);
        Assert.Equal("allow it", cause.Remedy);
    }

    [Fact]
    public void A_cause_about_the_whole_counts_no_instances()
    {
        var cause = Assert.Single(From(Warning("Nothing")));
        Assert.Equal((0, true), (cause.Count, cause.IsWhole));
    }

    [Fact]
    public void Texts_are_bounded_lines()
    {
        var cause = Assert.Single(From(new Problem(new string('c', 500), $"first\nsecond {new string('m', 500_000)}", [], new string('r', 500_000))));

        Assert.InRange(cause.Code.Length, 1, 64);
        Assert.InRange(cause.Message.Length, 1, 1000);
        Assert.InRange(cause.Remedy!.Length, 1, 1000);
        Assert.StartsWith("first second m", cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_that_say_the_same_are_equal()
    {
        var cause = From(Of("A", "at 2026-11-23T01:00:00Z", "i-1", "i-2"))[0];

        Assert.Equal(cause, From(Of("A", "at 2026-11-23T01:05:00Z", "i-2", "i-1"))[0]);
        ProblemCause[] others = [cause with { Code = "B" }, cause with { Message = "other" }, cause with { Severity = ProblemSeverity.Error }, cause with { Remedy = "r" }, cause with { Count = 3 }, cause with { Ids = ["i-1"] }];
        Assert.All(others, other => Assert.NotEqual(cause, other));
    }
}
