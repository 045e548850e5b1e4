using System.Net;

namespace InstanceScheduler.StandIns.Tests.Lambda;

/// <summary>A Runtime API in process: hands out its events, then asks the bootstrap to stop.</summary>
internal sealed class FakeRuntimeApi(params RuntimeEvent[] events) : HttpMessageHandler
{
    private readonly Queue<RuntimeEvent> _events = new(events);
    private readonly CancellationTokenSource _stop = new();

    public List<RuntimeCall> Calls { get; } = [];
    public HttpStatusCode NextStatus { get; init; } = HttpStatusCode.OK;
    public CancellationToken Stop => _stop.Token;

    public IEnumerable<string> Lines => Calls.Select(call => call.Line);

    public HttpClient Client() => new(this, disposeHandler: false);

    public RuntimeCall Post(string suffix) =>
        Calls.Single(call => call.Method == "POST" && call.Address.AbsolutePath.EndsWith(suffix, StringComparison.Ordinal));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var errorType = request.Headers.TryGetValues("Lambda-Runtime-Function-Error-Type", out var types) ? types.Single() : null;
        Calls.Add(new RuntimeCall(
            request.Method.Method, request.RequestUri!, body, request.Content?.Headers.ContentType?.ToString(), errorType));
        return request.Method == HttpMethod.Get ? await NextAsync(cancellationToken) : Accepted();
    }

    protected override void Dispose(bool disposing)
    {
        _stop.Dispose();
        base.Dispose(disposing);
    }

    private static HttpResponseMessage Accepted() =>
        new(HttpStatusCode.Accepted) { Content = new StringContent("""{"status":"OK"}""") };

    private async Task<HttpResponseMessage> NextAsync(CancellationToken cancellationToken)
    {
        if (NextStatus != HttpStatusCode.OK)
            return new HttpResponseMessage(NextStatus) { Content = new StringContent("{}") };
        if (!_events.TryDequeue(out var next))
        {
            await _stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The bootstrap does not pass its token on.");
        }

        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(next.Payload) };
        answer.Headers.Add("Lambda-Runtime-Aws-Request-Id", next.RequestId);
        foreach (var (name, value) in next.Headers)
            answer.Headers.Add(name, value);
        return answer;
    }
}
