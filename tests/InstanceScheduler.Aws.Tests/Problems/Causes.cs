using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Tests.Problems;

/// <summary>Problems and causes in short.</summary>
internal static class Causes
{
    public static Problem Error(string code, params ImmutableArray<string> ids) => Of(code, $"{code} came up", ids) with { Severity = ProblemSeverity.Error };

    public static Problem Warning(string code, params ImmutableArray<string> ids) => Of(code, $"{code} came up", ids);

    public static Problem Of(string code, string message, params ImmutableArray<string> ids) => new(code, message, ids);

    public static ImmutableArray<string> Ids(int count, int from = 1) => [.. Enumerable.Range(from, count).Select(number => $"i-{number:x17}")];

    // Told apart by what they say; immutable arrays are compared by reference.
    public static void AssertSame(IEnumerable<ProblemCause> expected, IEnumerable<ProblemCause> actual) => Assert.Equal(expected.ToArray(), actual.ToArray());

    public static ImmutableArray<ProblemCause> From(params IEnumerable<Problem> problems) => ProblemCauses.Of(problems);
}
