using System.Net;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace InstanceScheduler.Aws.Tests;

/// <summary>A local AWS on virtual time, with the scheduler's own SDK clients and retry layer in front of it.</summary>
public abstract class AwsTest : IDisposable
{
    protected const string Account = "123456789012";
    protected const string Region = "cn-north-1";

    private readonly HttpMessageHandler _handler;

    protected AwsTest()
    {
        Aws = new Simulator.LocalAws.LocalAws(new LocalAwsOptions(), Time);
        _handler = Aws.CreateHandler();
        Clients = ClientsOver(_handler);
        Retry = new AwsRetry(RetrySettings.Default, Time, () => 0.5, NullLogger.Instance);
        Deadline = new RunDeadline(TimeSpan.FromDays(30), Time, CancellationToken.None);
    }

    internal static DateTimeOffset Start { get; } = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    internal VirtualTimeProvider Time { get; } = new(Start);

    internal Simulator.LocalAws.LocalAws Aws { get; }

    internal AwsClients Clients { get; }

    internal AwsRetry Retry { get; }

    internal RunDeadline Deadline { get; }

    internal static AwsClients ClientsOver(HttpMessageHandler handler) =>
        new(Region, LocalClientConfig.HubCredentials, new InProcessHttpClientFactory(handler), LocalClientConfig.InProcessUrl);

    /// <summary>Clients whose every answer is the same, to the byte.</summary>
    internal static AwsClients ClientsAnswered(HttpStatusCode status, string contentType, byte[] body, long? claimedLength = null) =>
        ClientsOver(new OneAnswer(status, contentType, body, claimedLength));

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        Deadline.Dispose();
        _handler.Dispose();
    }
}
