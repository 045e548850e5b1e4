using Amazon.Runtime;

namespace InstanceScheduler.Simulator.LocalAws.Hosting;

/// <summary>Gives SDK clients HTTP clients over the in-process handler.</summary>
/// <remarks>The HTTP clients hold nothing to dispose of; the handler is the caller's.</remarks>
internal sealed class InProcessHttpClientFactory(HttpMessageHandler handler) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public override string? GetConfigUniqueString(IClientConfig clientConfig) => null;
}
