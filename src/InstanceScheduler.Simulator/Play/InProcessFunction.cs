using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Lambda;
using InstanceScheduler.Lambda.Logging;
using InstanceScheduler.Lambda.Settings;
using InstanceScheduler.Simulator.LocalAws.Hosting;

namespace InstanceScheduler.Simulator.Play;

/// <summary>The function in this process: the real bootstrap, SDK clients and code, without sockets.</summary>
internal sealed class InProcessFunction : IFunctionHost
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpMessageHandler _handler;
    private readonly Task[] _loops;

    /// <param name="stage">Where the function lives.</param>
    /// <param name="loops">How many invocations can run at once. They share one function, so that it tells each problem once.</param>
    /// <param name="time">Clock of the function's waits.</param>
    /// <param name="random">Random numbers from 0 to 1.</param>
    /// <param name="log">Where the function's log lines go.</param>
    /// <param name="realClock">Clock of the function's deadlines; null: the system's.</param>
    public InProcessFunction(Stage stage, int loops, TimeProvider time, Func<double> random, Stream log, TimeProvider? realClock = null)
    {
        _handler = stage.Aws.CreateHandler(Stage.FunctionName);
        var region = stage.Aws.Options.HubRegion;
        var clients = new AwsClients(region, LocalClientConfig.HubCredentials, new InProcessHttpClientFactory(_handler), LocalClientConfig.InProcessUrl);
        var answers = new HttpMessageInvoker(_handler, disposeHandler: false);
        var function = new SchedulerFunction(
            new FunctionEnvironment(Stage.FunctionName, region), clients, answers, time, random, new JsonLineWriter(log), realClock);
        _loops = [.. Enumerable.Range(0, loops).Select(_ => RunAsync(function))];
    }

    public Task Failure => Task.WhenAny(_loops).Unwrap();

    /// <summary>The process dies where it is: its invocations fail, and nothing it still does reaches AWS.</summary>
    public void Abandon() => _handler.Dispose();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await Task.WhenAll(_loops);
        }
        catch (OperationCanceledException)
        {
            // How a polling loop ends.
        }

        Abandon();
        _stop.Dispose();
    }

    private async Task RunAsync(SchedulerFunction function)
    {
        using var http = new HttpClient(_handler, disposeHandler: false);
        using var wrapper = HandlerWrapper.GetHandlerWrapper(function.HandleAsync);
        using var bootstrap = new LambdaBootstrap(http, wrapper, new LambdaBootstrapOptions { RuntimeApiEndpoint = new Uri(LocalClientConfig.InProcessUrl).Authority });
        await bootstrap.RunAsync(_stop.Token);
    }
}
