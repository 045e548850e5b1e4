using System.Collections.Concurrent;
using InstanceScheduler.Aws.Problems;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Logs problems; one that stands is not repeated by this process while it is unchanged.</summary>
internal sealed partial class ProblemReporter
{
    private readonly ConcurrentDictionary<string, string> _standing = new(StringComparer.Ordinal);

    /// <param name="source">What the problems are about: a target, or the configuration.</param>
    /// <param name="problems">All problems of a run.</param>
    /// <param name="logger">Where to.</param>
    public void Report(string source, IEnumerable<Problem> problems, ILogger logger)
    {
        foreach (var problem in problems)
        {
            var ids = problem.Ids.IsEmpty ? "" : $" [{problem.Ids.Length}: {string.Join(' ', problem.Ids)}]";
            LogProblem(logger, LevelOf(source, problem), source, problem.Code, problem.ToString(), ids);
        }
    }

    private LogLevel LevelOf(string source, Problem problem)
    {
        if (!problem.IsStanding)
            return LogLevel.Warning;
        var key = $"{source} {problem.Code} {problem.Message}";
        var ids = string.Join(' ', problem.Ids);
        var isNews = !_standing.TryGetValue(key, out var known) || known != ids;
        _standing[key] = ids;
        return isNews ? LogLevel.Warning : LogLevel.Debug;
    }

    [LoggerMessage(EventName = "Problem", Message = "{Source}: {Code}: {Problem}{Ids}")]
    private static partial void LogProblem(ILogger logger, LogLevel level, string source, string code, string problem, string ids);
}
