using System.Text.Json;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Hosting;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Cli.Tests.EndToEnd;

/// <summary>A local AWS over loopback with the scheduler's real function in it.</summary>
internal sealed class LiveStage : IAsyncDisposable
{
    private readonly LocalAwsServer _server;
    private readonly InProcessFunction _function;
    private readonly MemoryStream _log = new();

    private LiveStage(Stage stage, LocalAwsServer server, VirtualTimeProvider time)
    {
        (Stage, _server) = (stage, server);
        _function = new InProcessFunction(stage, 1, time, () => 0.5, Stream.Synchronized(_log));
    }

    public Stage Stage { get; }

    public string Url => _server.Url.ToString();

    /// <summary>The function's log lines.</summary>
    public string Log => System.Text.Encoding.UTF8.GetString(_log.ToArray());

    public Dictionary<string, string> Variables => new(StringComparer.Ordinal)
    {
        ["AWS_REGION"] = "cn-north-1",
        ["AWS_ACCESS_KEY_ID"] = AccountKeys.OperatorKey,
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_ENDPOINT_URL"] = Url,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent/credentials",
        ["AWS_CONFIG_FILE"] = "/nonexistent/config",
    };

    /// <param name="now">The function's clock, as ISO 8601.</param>
    /// <param name="items">The configuration table's, in DynamoDB's typed JSON.</param>
    public static async Task<LiveStage> StartAsync(string now, params string[] items)
    {
        var time = new VirtualTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var stage = new Stage(new LocalAwsOptions(), time);
        foreach (var item in items)
            stage.Aws.Dynamo.Table(stage.ConfigTable).PutRaw(JsonDocument.Parse(item).RootElement);
        return new LiveStage(stage, await stage.Aws.ListenAsync(CancellationToken.None), time);
    }

    public async ValueTask DisposeAsync()
    {
        await _function.DisposeAsync();
        await _server.DisposeAsync();
        await _log.DisposeAsync();
    }
}
