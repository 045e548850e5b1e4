using System.Text.Json;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Calls;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using InstanceScheduler.Simulator.LocalAws.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.LargeFleet;

/// <summary>A state table that counts what runs read and write, and lets no write pass that changes nothing.</summary>
internal sealed class StateBench : IDisposable
{
    private const string Table = "StateTable";
    private const int WriteUnitBytes = 1024;

    private readonly Simulator.LocalAws.LocalAws _aws;
    private readonly HttpMessageHandler _handler;
    private readonly StateTableClient _client;
    private readonly Target _target;

    public StateBench()
    {
        var time = new VirtualTimeProvider(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        _aws = new Simulator.LocalAws.LocalAws(new LocalAwsOptions(), time);
        _aws.Dynamo.Create(Table, StateAttributes.Service, StateAttributes.AccountRegion);
        _aws.Faults.BeforeCall = LookAt;
        _handler = _aws.CreateHandler();
        var clients = new AwsClients(
            _aws.Options.HubRegion, LocalClientConfig.HubCredentials, new InProcessHttpClientFactory(_handler), LocalClientConfig.InProcessUrl);
        _client = new StateTableClient(clients.DynamoDb, Table, new AwsRetry(RetrySettings.Default, time, () => 0.5, NullLogger.Instance));
        _target = new Target("ec2", _aws.Options.HubAccount, _aws.Options.HubRegion);
        Deadline = new RunDeadline(TimeSpan.FromDays(30), time, CancellationToken.None);
    }

    public RunDeadline Deadline { get; }

    public IReadOnlyList<DynamoItem> Items => _aws.Dynamo.Table(Table).Items;

    /// <summary>Ids with a stored state.</summary>
    public IEnumerable<string> StoredIds => Items.Where(item => !IsPending(item)).SelectMany(item => item.Keys).Where(name => !StateAttributes.Reserved.Contains(name));

    public long Pages => _aws.Calls.Count("dynamodb", "Query");

    public long Writes { get; private set; }

    public long BytesWritten { get; private set; }

    /// <summary>What DynamoDB charges for the writes: one for each kilobyte that an item has begun.</summary>
    public long WriteUnits { get; private set; }

    public Task<InstanceStates> LoadAsync(Instant instant, string run) =>
        InstanceStates.LoadAsync(_client, new RunIdentity(_target, instant, run), Deadline);

    public void Dispose()
    {
        Deadline.Dispose();
        _handler.Dispose();
    }

    public static bool IsPending(DynamoItem item) => item[StateAttributes.AccountRegion].Text.Contains("#pending", StringComparison.Ordinal);

    private ValueTask LookAt(CallRequest call)
    {
        if (call.Operation != "PutItem")
            return ValueTask.CompletedTask;
        using var request = JsonDocument.Parse(call.Body);
        var item = DynamoJson.ReadItem(request.RootElement.GetProperty("Item"));
        var before = _aws.Dynamo.Table(Table).Get(item);
        Assert.False(
            before is not null && before.Without(StateAttributes.Timestamp).Equals(item.Without(StateAttributes.Timestamp)),
            $"{item[StateAttributes.AccountRegion]} is written as it was");
        Writes++;
        BytesWritten += item.Size;
        WriteUnits += (item.Size + WriteUnitBytes - 1) / WriteUnitBytes;
        return ValueTask.CompletedTask;
    }
}
