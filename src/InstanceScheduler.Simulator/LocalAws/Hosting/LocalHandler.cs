using System.Net;
using System.Net.Sockets;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Hosting;

/// <summary>The in-process transport: an HTTP client's requests reach the endpoint without a socket.</summary>
internal sealed class LocalHandler(ServiceRouter router, RuntimeApi runtime) : HttpMessageHandler
{
    private readonly TaskCompletionSource _death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isDead;

    /// <summary>Completes when a scripted fault kills whoever calls through this handler.</summary>
    public Task Death => _death.Task;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // What a dead process still tries reaches nobody, and it never learns that.
        if (_death.Task.IsCompleted)
        {
            return await NeverAsync();
        }

        ObjectDisposedException.ThrowIf(_isDead, this);
        var wire = await ReadAsync(request, cancellationToken);
        try
        {
            var answer = RuntimeApi.Serves(wire)
                ? await runtime.HandleAsync(wire, cancellationToken)
                : await router.HandleAsync(wire, cancellationToken);
            return Write(answer, request);
        }
        catch (AnswerLostException lost)
        {
            // In the shape of a reset socket, which the SDK looks for.
            var reset = new IOException(lost.Message, new SocketException((int)SocketError.ConnectionReset));
            throw new HttpRequestException(HttpRequestError.ResponseEnded, lost.Message, reset);
        }
        catch (AnswerTimedOutException late)
        {
            // In the shape in which HTTP clients give up.
            throw new TaskCanceledException(late.Message, new TimeoutException(late.Message, late));
        }
        catch (CallerKilledException)
        {
            _isDead = true;
            _death.TrySetResult();
            runtime.Dispose();
            return await NeverAsync();
        }
    }

    private static Task<HttpResponseMessage> NeverAsync() => new TaskCompletionSource<HttpResponseMessage>().Task;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _isDead = true;
            runtime.Dispose();
        }

        base.Dispose(disposing);
    }

    private static async ValueTask<WireRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address; give the client a ServiceURL.");

        // Asked before the body is read: it has a length afterwards, whatever the caller would have sent.
        var hasLength = request.Content is not { Headers.ContentLength: null };
        ReadOnlyMemory<byte> body = request.Content is null ? default : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return new WireRequest(request.Method.Method, uri.AbsolutePath, uri.Query.TrimStart('?'), name => Header(request, name), body)
        {
            Headers = () => Headers(request, uri, hasLength),
        };
    }

    // As a socket would carry them.
    private static List<KeyValuePair<string, string>> Headers(HttpRequestMessage request, Uri uri, bool hasLength)
    {
        var headers = new List<KeyValuePair<string, string>> { new("Host", request.Headers.Host ?? uri.Authority) };
        headers.AddRange(request.Headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())));
        if (!hasLength)
        {
            headers.Add(new("Transfer-Encoding", "chunked"));
        }

        headers.AddRange((request.Content?.Headers.NonValidated ?? default)
            .Where(header => hasLength || header.Key != "Content-Length")
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())));
        return headers;
    }

    private static string? Header(HttpRequestMessage request, string name)
    {
        if (request.Headers.NonValidated.TryGetValues(name, out var values))
        {
            return values.ToString();
        }

        return request.Content?.Headers.NonValidated.TryGetValues(name, out var contentValues) == true ? contentValues.ToString() : null;
    }

    private static HttpResponseMessage Write(WireResponse answer, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = answer.IsCut ? new CutContent(answer.Whole) : new ReadOnlyMemoryContent(answer.Whole),
        };
        if (answer.ContentType is { } type)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
