using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Lambda;

/// <summary>The runtime API as one execution environment (or all those sharing a transport) sees it.</summary>
/// <remarks>Deadlines are on the real clock, as the environment's own timers are.</remarks>
internal sealed class RuntimeApi(LambdaFunctions functions, string? functionName) : IDisposable
{
    private const string Prefix = "/2018-06-01/runtime/";
    private const string InvocationPrefix = Prefix + "invocation/";

    private readonly ConcurrentDictionary<string, bool> _unanswered = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _disposed = new();
    private LambdaFunction? _function;

    // The same for the environment's whole life: one whose function was removed gets nothing more, nor does it serve another of that name.
    private LambdaFunction Function => _function ??= functions.Only(functionName);

    public static bool Serves(WireRequest request) => request.Path.StartsWith(Prefix, StringComparison.Ordinal);

    public async ValueTask<WireResponse> HandleAsync(WireRequest request, CancellationToken stop)
    {
        return (request.Method, request.Path[Prefix.Length..].Split('/')) switch
        {
            ("GET", ["invocation", "next"]) => await NextAsync(stop),
            ("POST", ["invocation", var id, "response"]) => Answered(id, functions.Respond(id, request.Body.ToArray())),
            ("POST", ["invocation", var id, "error"]) => Answered(id, functions.Fail(id, ErrorIn(request), request.Body.ToArray())),
            ("POST", ["init", "error"]) => InitFailed(request),
            _ => Json(404, """{"errorMessage":"Not found","errorType":"NotFound"}"""),
        };
    }

    public void Dispose()
    {
        if (_disposed.IsCancellationRequested)
        {
            return;
        }

        _disposed.Cancel();
        foreach (var requestId in _unanswered.Keys)
        {
            functions.Abandon(requestId);
        }
    }

    private async ValueTask<WireResponse> NextAsync(CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _disposed.Token);
        var invocation = await functions.NextAsync(Function, either.Token);
        _unanswered[invocation.RequestId] = true;
        if (_disposed.IsCancellationRequested)
        {
            functions.Abandon(invocation.RequestId);
        }

        var deadline = TimeProvider.System.GetUtcNow() + invocation.Function.Timeout;
        return new WireResponse(200, "application/json", invocation.Payload)
            .With("Lambda-Runtime-Aws-Request-Id", invocation.RequestId)
            .With("Lambda-Runtime-Deadline-Ms", deadline.ToUnixTimeMilliseconds().ToString())
            .With("Lambda-Runtime-Invoked-Function-Arn", invocation.Function.InvokedArn)
            .With("Lambda-Runtime-Trace-Id", $"Root=1-00000000-{invocation.RequestId[^12..].PadLeft(24, '0')};Sampled=0");
    }

    private WireResponse Answered(string requestId, bool known)
    {
        _unanswered.TryRemove(requestId, out _);
        return known ? Accepted() : Json(400, """{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}""");
    }

    private WireResponse InitFailed(WireRequest request)
    {
        functions.InitFailed?.Invoke(Function.Name, ErrorIn(request));
        return Accepted();
    }

    private static LambdaError ErrorIn(WireRequest request)
    {
        var type = request.Header("Lambda-Runtime-Function-Error-Type") ?? "Unhandled";
        try
        {
            var body = JsonElement.Parse(request.Body.Span);
            return new LambdaError(body.Text("errorType") ?? type, body.Text("errorMessage") ?? "");
        }
        catch (JsonException)
        {
            return new LambdaError(type, Encoding.UTF8.GetString(request.Body.Span));
        }
    }

    private static WireResponse Accepted() => Json(202, """{"status":"OK"}""");

    private static WireResponse Json(int status, string body) => new(status, "application/json", Encoding.UTF8.GetBytes(body));
}
