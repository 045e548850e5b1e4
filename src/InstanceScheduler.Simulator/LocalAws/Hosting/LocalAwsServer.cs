using System.Net;
using System.Text;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.LocalAws.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Simulator.LocalAws.Hosting;

/// <summary>The loopback transport: any SDK, the AWS CLI or a published function reaches the endpoint at <see cref="Url"/>.</summary>
internal sealed class LocalAwsServer : IAsyncDisposable
{
    // The largest body that AWS takes from us: a synchronous invocation of 6 MB, a DynamoDB batch of 16 MB.
    private const long LargestBody = 20 * 1024 * 1024;

    private readonly WebApplication _application;
    private readonly RuntimeApi _runtime;

    private LocalAwsServer(WebApplication application, RuntimeApi runtime, Task death)
    {
        _application = application;
        _runtime = runtime;
        Death = death;
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Url = new Uri(addresses!.Addresses.Single());
    }

    public Uri Url { get; }

    /// <summary>Completes when a scripted fault kills whoever calls at this address; nobody is answered there afterwards.</summary>
    public Task Death { get; }

    /// <summary>The value of <c>AWS_LAMBDA_RUNTIME_API</c>: host and port.</summary>
    public string RuntimeApi => Url.Authority;

    internal static async Task<LocalAwsServer> StartAsync(ServiceRouter router, RuntimeApi runtime, int port, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
        });
        var application = builder.Build();
        var death = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        application.Run(context => AnswerAsync(context, router, runtime, death));
        await application.StartAsync(stop);
        return new LocalAwsServer(application, runtime, death.Task);
    }

    public async ValueTask DisposeAsync()
    {
        // First the long polls: a server waits for requests in flight before it stops.
        _runtime.Dispose();
        await _application.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext context, ServiceRouter router, RuntimeApi runtime, TaskCompletionSource death)
    {
        try
        {
            if (death.Task.IsCompleted)
            {
                context.Abort();
                return;
            }

            var request = await ReadAsync(context.Request, context.RequestAborted);
            var answer = Lambda.RuntimeApi.Serves(request)
                ? await runtime.HandleAsync(request, context.RequestAborted)
                : await router.HandleAsync(request, context.RequestAborted);
            await WriteAsync(context.Response, answer, context.RequestAborted);
        }
        catch (Exception e) when (e is AnswerLostException or AnswerTimedOutException or OperationCanceledException)
        {
            context.Abort();
        }
        catch (CallerKilledException)
        {
            death.TrySetResult();
            runtime.Dispose();
            context.Abort();
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            // A mistake in a test or in LocalAws itself: whoever debugs it finds the reason in the answer.
            var reason = new WireResponse(StatusCodes.Status500InternalServerError, "text/plain", Encoding.UTF8.GetBytes(e.ToString()));
            await WriteAsync(context.Response, reason, CancellationToken.None);
        }
    }

    private static async ValueTask<WireRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return new WireRequest(
            request.Method,
            request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget.Split('?')[0],
            request.QueryString.Value?.TrimStart('?') ?? "",
            name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
            body.GetBuffer().AsMemory(0, (int)body.Length))
        {
            Headers = () => [.. request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))],
        };
    }

    private static async Task WriteAsync(HttpResponse response, WireResponse answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        // 204 allows neither a body nor a length.
        if (answer.Status != StatusCodes.Status204NoContent)
        {
            response.ContentLength = answer.Length;
            await response.Body.WriteAsync(answer.IsCut ? answer.Body[..(answer.Body.Length / 2)] : answer.Body, cancellationToken);
            foreach (var piece in answer.IsCut ? [] : answer.Rest)
            {
                await response.Body.WriteAsync(piece, cancellationToken);
            }
        }

        if (answer.IsCut)
        {
            await response.Body.FlushAsync(cancellationToken);
            response.HttpContext.Abort();
        }
    }
}
