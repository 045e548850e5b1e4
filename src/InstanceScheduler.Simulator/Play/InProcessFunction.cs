using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Lambda;
using InstanceScheduler.Lambda.Logging;
using InstanceScheduler.Lambda.Settings;
using InstanceScheduler.Simulator.LocalAws.Hosting;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Execution environments of the function in this process: the real bootstrap, SDK clients and code, without sockets.</summary>
internal sealed class InProcessFunction : IFunctionHost
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<HttpMessageHandler> _handlers = [];
    private readonly List<Task> _environments = [];

    /// <param name="stage">Where the function lives.</param>
    /// <param name="environments">How many invocations can run at once.</param>
    /// <param name="time">Clock of the function's waits.</param>
    /// <param name="random">Random numbers from 0 to 1.</param>
    /// <param name="log">Where the function's log lines go.</param>
    public InProcessFunction(Stage stage, int environments, TimeProvider time, Func<double> random, Stream log)
    {
        var lines = new JsonLineWriter(log);
        for (var i = 0; i < environments; i++)
        {
            var handler = stage.Aws.CreateHandler(Stage.FunctionName);
            _handlers.Add(handler);
            _environments.Add(RunAsync(stage, handler, time, random, lines));
        }
    }

    public Task Failure => Task.WhenAny(_environments).Unwrap();

    /// <summary>The environments die where they are: their invocations fail, and nothing they still do reaches AWS.</summary>
    public void Abandon()
    {
        foreach (var handler in _handlers)
            handler.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await Task.WhenAll(_environments);
        }
        catch (OperationCanceledException)
        {
            // How a polling environment ends.
        }

        Abandon();
        _stop.Dispose();
    }

    private async Task RunAsync(Stage stage, HttpMessageHandler handler, TimeProvider time, Func<double> random, JsonLineWriter log)
    {
        var region = stage.Aws.Options.HubRegion;
        var clients = new AwsClients(region, LocalClientConfig.HubCredentials, new InProcessHttpClientFactory(handler), LocalClientConfig.InProcessUrl);
        var function = new SchedulerFunction(new FunctionEnvironment(Stage.FunctionName, region), clients, time, random, log);
        using var http = new HttpClient(handler, disposeHandler: false);
        using var wrapper = HandlerWrapper.GetHandlerWrapper(function.HandleAsync);
        using var bootstrap = new LambdaBootstrap(http, wrapper, new LambdaBootstrapOptions { RuntimeApiEndpoint = new Uri(LocalClientConfig.InProcessUrl).Authority });
        await bootstrap.RunAsync(_stop.Token);
    }
}
