using System.Collections.Concurrent;
using InstanceScheduler.Aws.Problems;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Logs problems; one that stands is not repeated by this process while it is unchanged.</summary>
internal sealed partial class ProblemReporter
{
    // By source: the standing problems of its last report and the ids each had.
    private readonly ConcurrentDictionary<string, Dictionary<(string Code, string Message), string>> _standing = new(StringComparer.Ordinal);

    /// <param name="source">What the problems are about: a target, or the configuration.</param>
    /// <param name="problems">All problems of a run; one that is missing has gone, and is news when it comes back.</param>
    /// <param name="logger">Where to.</param>
    public void Report(string source, IEnumerable<Problem> problems, ILogger logger)
    {
        var before = _standing.GetValueOrDefault(source) ?? [];
        var now = new Dictionary<(string Code, string Message), string>();
        foreach (var problem in problems)
        {
            var ids = problem.Ids.IsEmpty ? "" : $" [{problem.Ids.Length}: {string.Join(' ', problem.Ids)}]";
            var key = (problem.Code, problem.Message);
            var isKnown = problem.IsStanding && before.GetValueOrDefault(key) == ids;
            if (problem.IsStanding)
                now[key] = ids;
            LogProblem(logger, isKnown ? LogLevel.Debug : LogLevel.Warning, source, problem.Code, problem.ToString(), ids);
        }

        _standing[source] = now;
    }

    [LoggerMessage(EventName = "Problem", Message = "{Source}: {Code}: {Problem}{Ids}")]
    private static partial void LogProblem(ILogger logger, LogLevel level, string source, string code, string problem, string ids);
}
