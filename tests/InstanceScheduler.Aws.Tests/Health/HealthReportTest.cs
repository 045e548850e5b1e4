using System.Net;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using Moq;
using NodaTime;

namespace InstanceScheduler.Aws.Tests.Health;

/// <summary>Processes that report on one target, a table they share, and the notices that come of it.</summary>
public abstract class HealthReportTest : StateTable.StateTest
{
    protected const string Arn = "arn:aws-cn:sns:cn-north-1:123456789012:Issues";

    private readonly Mock<IAmazonSimpleNotificationService> _sns = new();
    private HealthMemory _memory = new();

    protected HealthReportTest() => _sns.Setup(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>())).Returns(PublishAsync);

    internal static HealthSource Source { get; } = HealthSource.Of(Target);

    internal RecordingLogger Logger { get; } = new();

    internal List<PublishRequest> Notices { get; } = [];

    internal IEnumerable<string> Warnings => Logger.Lines.Where(line => line.StartsWith("Warning", StringComparison.Ordinal)).Select(line => line.Split(' ')[1].TrimEnd(':'));

    /// <summary>Whether SNS refuses.</summary>
    protected bool IsTopicBroken { get; set; }

    protected string? Topic { get; set; } = Arn;

    protected (long Reads, long Writes) Calls => (Aws.Calls.Count("dynamodb", "GetItem"), Aws.Calls.Count("dynamodb", "PutItem"));

    internal TargetHealth? Remembered => new HealthTable(Clients.DynamoDb, TableName, Retry).ReadAsync(Source, Deadline).GetAwaiter().GetResult();

    /// <summary>The platform recycles the process: what it knew is gone.</summary>
    protected void Recycle() => _memory = new HealthMemory();

    /// <summary>What another process does meanwhile.</summary>
    protected async Task InAnotherProcessAsync(Func<Task> act)
    {
        var mine = _memory;
        _memory = new HealthMemory();
        await act();
        _memory = mine;
    }

    internal Task RunAsync(string time, params Problem[] problems) => RunAsync(At(time), problems);

    internal Task RunAsync(Instant instant, params Problem[] problems) =>
        RunAsync(new RunReport(Source, instant, [.. problems]) { Counts = new RunCounts(10, 4, 3, 2) });

    internal Task RunAsync(RunReport report) => RunAsync(report, Deadline);

    internal Task RunAsync(RunReport report, RunDeadline deadline) => new HealthReport(
        new HealthTable(Clients.DynamoDb, TableName, Retry),
        new NoticeTopic(Topic, _ => _sns.Object, Retry, Logger),
        new NoticeDigest("Scheduler", new LogPlace("group", "stream")),
        _memory,
        Time,
        Logger).ReportAsync(report, deadline);

    private Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken token)
    {
        if (IsTopicBroken)
            throw new AmazonSimpleNotificationServiceException("No.", null, ErrorType.Sender, "AuthorizationError", "r", HttpStatusCode.Forbidden);
        Notices.Add(request);
        return Task.FromResult(new PublishResponse());
    }
}
