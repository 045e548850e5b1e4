using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Lambda;
using InstanceScheduler.Lambda.CustomResources;
using InstanceScheduler.Lambda.Logging;
using InstanceScheduler.Lambda.Settings;
using InstanceScheduler.Simulator.LocalAws.Hosting;

namespace InstanceScheduler.Simulator.Play;

/// <summary>The function in this process: the real bootstrap, SDK clients and code, without sockets or over loopback.</summary>
internal sealed class InProcessFunction : IFunctionHost
{
    private readonly CancellationTokenSource _stop = new();
    private readonly LocalHandler? _handler;
    private readonly LocalAwsServer? _server;
    private readonly Task[] _loops;

    /// <param name="stage">Where the function lives.</param>
    /// <param name="loops">How many invocations can run at once. They share one function, so that it tells each problem once.</param>
    /// <param name="time">Clock of the function's waits.</param>
    /// <param name="random">Random numbers from 0 to 1.</param>
    /// <param name="log">Where the function's log lines go.</param>
    /// <param name="realClock">Clock of the function's deadlines; null: the system's.</param>
    /// <param name="server">Where the function reaches AWS, its own from now on; null: without sockets.</param>
    public InProcessFunction(
        Stage stage, int loops, TimeProvider time, Func<double> random, Stream log, TimeProvider? realClock = null, LocalAwsServer? server = null)
        : this(stage.Aws, Stage.FunctionName, loops, time, random, log, realClock, server)
    {
    }

    /// <param name="aws">Where the function lives.</param>
    /// <param name="name">What it is called there.</param>
    /// <param name="loops">How many invocations can run at once.</param>
    /// <param name="time">Clock of the function's waits.</param>
    /// <param name="random">Random numbers from 0 to 1.</param>
    /// <param name="log">Where the function's log lines go.</param>
    /// <param name="realClock">Clock of the function's deadlines; null: the system's.</param>
    /// <param name="server">Where the function reaches AWS, its own from now on; null: without sockets.</param>
    public InProcessFunction(
        LocalAws.LocalAws aws, string name, int loops, TimeProvider time, Func<double> random, Stream log, TimeProvider? realClock = null, LocalAwsServer? server = null)
    {
        _server = server;
        aws.Responses.Server = server?.Url;
        _handler = server is null ? aws.CreateHandler(name) : null;
        var region = aws.Options.HubRegion;
        var clients = new AwsClients(
            region, LocalClientConfig.FunctionCredentials, _handler is null ? null : new InProcessHttpClientFactory(_handler),
            server?.Url.ToString() ?? LocalClientConfig.InProcessUrl);
        var answers = _handler is null ? new HttpMessageInvoker(AnswerSender.Handler()) : new HttpMessageInvoker(_handler, disposeHandler: false);
        var function = new SchedulerFunction(
            new FunctionEnvironment(name, region), clients, answers, time, random, new JsonLineWriter(log), realClock);
        _loops = [.. Enumerable.Range(0, loops).Select(_ => RunAsync(function))];
    }

    public Task Failure => Task.WhenAny(_loops).Unwrap();

    /// <summary>Completes when a scripted fault has killed the process.</summary>
    public Task Death => _handler?.Death ?? _server!.Death;

    /// <summary>The process dies where it is: its invocations fail, and nothing it still does reaches AWS.</summary>
    public void Abandon() => _handler?.Dispose();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (!Death.IsCompleted)
        {
            try
            {
                await Task.WhenAll(_loops);
            }
            catch (OperationCanceledException)
            {
                // How a polling loop ends.
            }
        }

        Abandon();
        if (_server is not null)
            await _server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task RunAsync(SchedulerFunction function)
    {
        using var http = _handler is null ? new HttpClient { Timeout = Timeout.InfiniteTimeSpan } : new HttpClient(_handler, disposeHandler: false);
        using var wrapper = HandlerWrapper.GetHandlerWrapper(function.HandleAsync);
        var address = _server?.RuntimeApi ?? new Uri(LocalClientConfig.InProcessUrl).Authority;
        using var bootstrap = new LambdaBootstrap(http, wrapper, new LambdaBootstrapOptions { RuntimeApiEndpoint = address });
        await bootstrap.RunAsync(_stop.Token);
    }
}
