using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Lambda.Metrics;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Tells how a run went: problems to the log and as a notice, counts as metrics.</summary>
internal sealed class RunAnnouncer(ProblemReporter reporter, HealthReport health, EmbeddedMetrics metrics, ILogger logger)
{
    /// <summary>Counts of a schedule's instances, before the run acts.</summary>
    public void Measure(Target target, Instant instant, ScheduleCounts counts) => metrics.Write(target, instant, counts);

    /// <summary>Never throws for what AWS may bring.</summary>
    /// <param name="name">What the problems are about, as the log says it.</param>
    /// <param name="report">How it went.</param>
    /// <param name="deadline">By when to be done.</param>
    public Task TellAsync(string name, RunReport report, RunDeadline deadline)
    {
        reporter.Report(name, report.Problems, logger);
        return health.ReportAsync(report, deadline);
    }
}
