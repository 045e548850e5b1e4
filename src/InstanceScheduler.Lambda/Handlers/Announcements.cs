using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Lambda.Logging;
using InstanceScheduler.Lambda.Metrics;
using InstanceScheduler.Lambda.Scheduling;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>What the process remembers of what it told; makes the announcers of its runs.</summary>
internal sealed class Announcements(AwsClients clients, JsonLineWriter log, TimeProvider time)
{
    private readonly HealthMemory _memory = new();

    /// <summary>Logs problems, each standing one once.</summary>
    public ProblemReporter Problems { get; } = new();

    public RunAnnouncer For(Invocation invocation, JsonLineLogger logger, AwsRetry retry)
    {
        var settings = invocation.Settings;
        return new RunAnnouncer(
            Problems,
            new HealthReport(
                new HealthTable(clients.DynamoDb, settings.StateTable, retry),
                new NoticeTopic(settings.IssuesTopicArn, clients.Sns, retry, logger),
                new NoticeDigest(settings.StackName, invocation.LogPlace),
                _memory, time, logger),
            new EmbeddedMetrics(log, settings.StackName, time),
            logger);
    }
}
