using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Hosting;

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>SDK clients that take each run's calls to its own turnstile: they cost more to make than a run does.</summary>
internal sealed class OverlapClients : HttpMessageHandler
{
    private readonly AsyncLocal<Turnstile?> _turnstile = new();

    public OverlapClients() => Sdk = new AwsClients(
        new LocalAwsOptions().HubRegion, LocalClientConfig.FunctionCredentials, new InProcessHttpClientFactory(this), LocalClientConfig.InProcessUrl);

    public AwsClients Sdk { get; }

    /// <summary>Begins something whose calls, and whose alone, go through the turnstile.</summary>
    public async Task BeginAsync(Turnstile turnstile, Func<Task> work)
    {
        _turnstile.Value = turnstile;
        await work();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _turnstile.Value!.PassAsync(request, cancellationToken);
}
