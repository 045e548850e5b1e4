using System.Net;
using Amazon.Runtime;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

/// <summary>An AWS endpoint in process: keeps what was sent and answers what it was told to.</summary>
internal sealed class FakeService(
    HttpStatusCode status = HttpStatusCode.OK, byte[]? body = null, params (string Name, string Value)[] headers)
    : HttpClientFactory
{
    public List<WireRequest> Requests { get; } = [];

    /// <summary>What is answered first, in turn, before the answer that stays.</summary>
    public Queue<(HttpStatusCode Status, byte[] Body)> Earlier { get; } = new();

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private HttpResponseMessage Answer()
    {
        if (Earlier.TryDequeue(out var earlier))
            return new HttpResponseMessage(earlier.Status) { Content = new ByteArrayContent(earlier.Body) };

        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent(body ?? []) };
        foreach (var (name, value) in headers)
            answer.Headers.Add(name, value);
        return answer;
    }

    private sealed class Handler(FakeService service) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
                .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            service.Requests.Add(new WireRequest(request.Method.Method, request.RequestUri!, headers, body));
            return service.Answer();
        }
    }
}
