using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.CustomResources;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using InstanceScheduler.Simulator.LocalAws.Hosting;
using InstanceScheduler.Simulator.Play;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InstanceScheduler.Lambda.Tests.CustomResources;

/// <summary>The function in a local AWS with a stack "shop" beside the scheduler's own, and CloudFormation to drive its resources.</summary>
internal sealed class ResourceWorld : IAsyncDisposable
{
    public static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    private readonly MemoryStream _log = new();
    private readonly InProcessFunction _function;

    public ResourceWorld(int loops = 1)
    {
        Stage = new Stage(new LocalAwsOptions(), Time);
        Shop = Aws.Stacks.Add("shop");
        _function = new InProcessFunction(Stage, loops, Time, () => 0.5, _log, RealClock);
    }

    public VirtualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    /// <summary>Clock of deadlines: stands still unless a test moves it.</summary>
    public FakeTimeProvider RealClock { get; } = new();

    public Stage Stage { get; }

    public Simulator.LocalAws.LocalAws Aws => Stage.Aws;

    public LocalStack Shop { get; }

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    private DynamoTable Table => Aws.Dynamo.Table(Stage.ConfigTable);

    public CustomResource Schedule(string logicalId = "Hours", LocalStack? stack = null) =>
        new(Aws, stack ?? Shop, Stage.FunctionName, logicalId, ResourceFields.ScheduleType);

    public CustomResource Setup() => new(Aws, Stage.Stack, Stage.FunctionName, "SchedulerConfigHelper", ResourceFields.SetupType);

    /// <summary>All items, one a line: type, name, and the attributes in their order; without those that only say whose they are.</summary>
    public string Items() => string.Join('\n', Table.Items.Select(Line).Order(StringComparer.Ordinal));

    public IEnumerable<string> Names(string type) =>
        Table.Items.Where(item => item["type"].Text == type).Select(item => item["name"].Text).Order(StringComparer.Ordinal);

    public DynamoItem Item(string type, string name) => Table.Items.Single(item => item["type"].Text == type && item["name"].Text == name);

    public void Put(string item) => Table.PutRaw(JsonElement.Parse(item));

    /// <summary>The table as a run reads it.</summary>
    public async Task<SchedulerConfiguration> ReadAsync()
    {
        using var handler = Aws.CreateHandler();
        using var client = new AmazonDynamoDBClient(LocalClientConfig.HubCredentials, new AmazonDynamoDBConfig().InProcess(handler, Aws.Options.HubRegion));
        using var deadline = new RunDeadline(LongEnough, Time, CancellationToken.None);
        var reader = new ConfigTableReader(client, new AwsRetry(RetrySettings.Default, Time, () => 0, NullLogger.Instance));
        return ConfigurationReader.Read(await reader.ReadAsync(Stage.ConfigTable, deadline));
    }

    public async ValueTask DisposeAsync()
    {
        await _function.DisposeAsync();
        await _log.DisposeAsync();
    }

    private static string Line(DynamoItem item)
    {
        var attributes = item.Where(attribute => attribute.Key is not ("type" or "name") && !attribute.Key.StartsWith("configured_", StringComparison.Ordinal))
            .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => $"{attribute.Key}={Shown(attribute.Value)}");
        return $"{item["type"].Text} {item["name"].Text}: {string.Join(", ", attributes)}";
    }

    private static string Shown(DynamoValue value) => value.Kind switch
    {
        DynamoKind.S => value.Text,
        DynamoKind.BOOL => value.Truth ? "true" : "false",
        DynamoKind.SS => $"[{string.Join(' ', value.Elements.Select(element => element.Text))}]",
        _ => value.ToString(),
    };
}
