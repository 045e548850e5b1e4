using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws.Events;
using InstanceScheduler.Simulator.LocalAws.Hosting;

namespace InstanceScheduler.Simulator.Play;

/// <summary>A local AWS on loopback with a sample fleet and the scheduler's stack, in real time: its rule ticks, and its function answers.</summary>
internal sealed class ServedStage : IAsyncDisposable
{
    private readonly HostedFunctions _functions;
    private readonly LocalAwsServer _server;

    private ServedStage(Stage stage, HostedFunctions functions, LocalAwsServer server) =>
        (Stage, _functions, _server) = (stage, functions, server);

    public Stage Stage { get; }

    public Uri Url => _server.Url;

    /// <param name="sample">Whose fleet and configuration are there.</param>
    /// <param name="port">0: any free one.</param>
    /// <param name="time">The clock, which goes by itself.</param>
    /// <param name="log">Where the function's log lines go.</param>
    /// <param name="stop">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ServedStage> StartAsync(Sample sample, int port, TimeProvider time, Stream log, CancellationToken stop)
    {
        var (fleet, config) = (sample.Fleet(), sample.Config());
        var stage = new Stage(StageOptions.Of(fleet, config.Items), time);
        var server = await stage.Aws.ListenAsync(stop, port: port);
        var functions = new HostedFunctions(stage.Aws, log);
        await stage.SetUpAsync(stop);
        stage.Configure(config.Items);
        FleetPlacement.Put(fleet, stage.Aws);
        return new ServedStage(stage, functions, server);
    }

    /// <summary>Ticks until it is stopped.</summary>
    public Task RunAsync(CancellationToken stop) => new RuleClock(Stage.Aws).RunAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await _functions.DisposeAsync();
        await _server.DisposeAsync();
    }
}
