using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.Play;
using Microsoft.Extensions.Time.Testing;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>The function in a local AWS, one tick at a time. Monday 2026-11-23 is the day unless a test says otherwise.</summary>
internal sealed class SchedulerWorld : IAsyncDisposable
{
    public const string Account = "123456789012";
    public const string Region = "cn-north-1";

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    private readonly MemoryStream _log = new();
    private readonly int _loops;
    private InProcessFunction? _function;
    private int _randoms;

    public SchedulerWorld(int loops = 1)
    {
        _loops = loops;
        Time = new VirtualTimeProvider(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        Stage = new Stage(new LocalAwsOptions(), Time);
        PutConfig("""{"type":{"S":"config"},"name":{"S":"scheduler"},"tagname":{"S":"Schedule"},"default_timezone":{"S":"Asia/Shanghai"},"regions":{"SS":["cn-north-1"]},"scheduled_services":{"SS":["ec2"]}}""");
        PutConfig("""{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"},"weekdays":{"SS":["mon-fri"]}}""");
        PutConfig("""{"type":{"S":"schedule"},"name":{"S":"cn-office-hours"},"periods":{"SS":["office"]}}""");
    }

    public VirtualTimeProvider Time { get; }

    /// <summary>Clock of the function's deadlines: stands still unless a test moves it.</summary>
    public FakeTimeProvider RealClock { get; } = new();

    public Stage Stage { get; }

    public Ec2Fleet Ec2 => Stage.Aws.Ec2;

    public ImmutableArray<JsonElement> Log => [.. Encoding.UTF8.GetString(_log.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement)];

    public IEnumerable<string> Problems => Log.Where(line => line.GetProperty("event").GetString() == "Problem" && line.GetProperty("level").GetString() == "Warning")
        .Select(line => line.GetProperty("message").GetString()!);

    public void PutConfig(string item) => Stage.Aws.Dynamo.Table(Stage.ConfigTable).PutRaw(JsonDocument.Parse(item).RootElement);

    public LocalInstance Add(string id, string? schedule = "cn-office-hours", PowerState state = PowerState.Stopped, params (string Key, string Value)[] tags)
    {
        var all = tags.ToImmutableDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
        return Ec2.Add(new LocalInstance { Id = id, Region = Region, InitialState = state, Tags = schedule is null ? all : all.Add("Schedule", schedule) });
    }

    public RdsFleet Rds => Stage.Aws.Rds;

    public LocalDatabase AddDatabase(string id, string? schedule = "cn-office-hours", string status = "stopped", string? window = null) =>
        Rds.Add(new LocalDatabase { Id = id, InitialStatus = status, MaintenanceWindow = window ?? "sun:18:00-sun:18:30", Tags = TagsOf(schedule) });

    /// <summary>Schedules both services, clusters too, with or without snapshots.</summary>
    public void UseAllServices(string more = "", bool snapshots = false) => PutConfig(
        $$"""{"type":{"S":"config"},"name":{"S":"scheduler"},"tagname":{"S":"Schedule"},"default_timezone":{"S":"Asia/Shanghai"},"regions":{"SS":["cn-north-1"]},"scheduled_services":{"SS":["ec2","rds"]},"schedule_clusters":{"BOOL":true},"create_rds_snapshot":{"BOOL":{{(snapshots ? "true" : "false")}}}{{more}}}""");

    /// <summary>A schedule with the period office, Monday to Friday from 09:00 to 18:00, and further attributes.</summary>
    public void PutSchedule(string name, string attributes, string periods = "office") => PutConfig(
        $$"""{"type":{"S":"schedule"},"name":{"S":"{{name}}"},"periods":{"SS":["{{periods}}"]},{{attributes}}}""");

    public static ImmutableDictionary<string, string> TagsOf(string? schedule) =>
        schedule is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("Schedule", schedule);

    public IReadOnlyList<LocalInstance> AddMany(int count, PowerState state = PowerState.Stopped) =>
        [.. Enumerable.Range(1, count).Select(number => Add(IdOf(number), state: state))];

    public static string IdOf(int number) => $"i-{number:x17}";

    /// <summary>A tick at a time of the day in Shanghai, all its invocations done.</summary>
    public async Task TickAsync(string shanghai, string day = "2026-11-23")
    {
        var instant = DateTimeOffset.Parse($"{day}T{shanghai}+08:00");
        Time.AdvanceTo(instant);
        _function ??= new InProcessFunction(Stage, _loops, Time, NextRandom, _log, RealClock);
        await Stage.Aws.Functions.InvokeAsync(Stage.FunctionName, Stage.TickEvent(instant), InvocationType.Event);
        await Stage.Aws.Functions.IdleAsync().WaitAsync(LongEnough);
    }

    public Task<string> InvokeAsync(string payload) => InvokeAsync(Encoding.UTF8.GetBytes(payload));

    public async Task<string> InvokeAsync(byte[] payload)
    {
        _function ??= new InProcessFunction(Stage, _loops, Time, NextRandom, _log, RealClock);
        var result = await Stage.Aws.Functions.InvokeAsync(Stage.FunctionName, payload, InvocationType.RequestResponse).WaitAsync(LongEnough);
        return Encoding.UTF8.GetString(result.Response.Span);
    }

    /// <summary>Every environment dies where it is; the next tick starts new ones.</summary>
    public async Task KillAsync()
    {
        if (_function is not null)
            await _function.DisposeAsync();
        _function = null;
    }

    /// <summary>A tick whose process dies after a call took effect, before it learns of it.</summary>
    public Task KillAfterAsync(string operation, string shanghai) => KillAtAsync(operation, shanghai, after: true);

    /// <summary>A tick whose process dies before a call takes effect.</summary>
    public Task KillBeforeAsync(string operation, string shanghai) => KillAtAsync(operation, shanghai, after: false);

    public string? StoredOf(string id, string suffix = "", string service = "ec2") =>
        Stage.Aws.Dynamo.Table(Stage.StateTable).Items
            .Where(item => Text(item, "service") == service && Text(item, "account-region") == $"{Account}:{Region}{suffix}")
            .Select(item => Text(item, id)).SingleOrDefault();

    /// <summary>Range keys of the state table's items of a service.</summary>
    public IEnumerable<string> ItemsOf(string service) =>
        Stage.Aws.Dynamo.Table(Stage.StateTable).Items.Where(item => Text(item, "service") == service).Select(item => Text(item, "account-region")!);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _log.DisposeAsync();
    }

    // Runs are told apart by their random names, so no two may be alike.
    private double NextRandom() => Interlocked.Increment(ref _randoms) % 1_000_000 / 1_000_000.0;

    private async Task KillAtAsync(string operation, string shanghai, bool after)
    {
        // The dying process never gets an answer: its call hangs until every environment is gone.
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource();
        var faults = Stage.Aws.Faults;
        async ValueTask HangAsync(string called)
        {
            if (called != operation)
                return;
            reached.TrySetResult();
            await never.Task;
        }

        if (after)
            faults.AfterCall = call => HangAsync(call.Operation);
        else
            faults.BeforeCall = call => HangAsync(call.Operation);
        var tick = TickAsync(shanghai);
        await reached.Task.WaitAsync(LongEnough);
        (faults.AfterCall, faults.BeforeCall) = (null, null);
        var dead = _function;
        _function = null;
        dead!.Abandon();
        await tick;
        never.SetException(new IOException("The process is gone."));
    }

    private static string? Text(DynamoItem item, string name) => item.Find(name)?.Text;
}
