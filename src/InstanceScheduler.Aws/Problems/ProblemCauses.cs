using System.Collections.Immutable;

namespace InstanceScheduler.Aws.Problems;

/// <summary>The causes behind a run's problems.</summary>
internal static class ProblemCauses
{
    private const int LongestCode = 64;
    private const int LongestText = 1000;

    /// <summary>One cause per code and message: errors first, then warnings, each by code and message.</summary>
    public static ImmutableArray<ProblemCause> Of(IEnumerable<Problem> problems) =>
    [
        .. problems
            .Select(problem => problem with { Code = OneLine.Of(problem.Code, LongestCode), Message = OneLine.Of(problem.Message, LongestText) })
            .GroupBy(problem => (problem.Code, AwsMessage.Stable(problem.Message)))
            .Select(Merge)
            .OrderByDescending(cause => cause.Severity)
            .ThenBy(cause => cause.Code, StringComparer.Ordinal)
            .ThenBy(cause => cause.Message, StringComparer.Ordinal),
    ];

    private static ProblemCause Merge(IEnumerable<Problem> alike)
    {
        var problems = alike.ToList();
        var remedy = problems.Select(problem => problem.Remedy).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        ImmutableArray<string> ids =
        [
            .. problems.SelectMany(problem => problem.Ids).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return new ProblemCause(problems[0].Code, problems[0].Message, problems.Max(problem => problem.Severity),
            remedy is null ? null : OneLine.Of(remedy, LongestText), ids.Length, ids)
        {
            Noun = problems[0].Noun,
        };
    }
}
