using System.Text.Json;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;
using NodaTime;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>One AWS with the fleet, and the function in it.</summary>
internal sealed class ChaosWorld : IAsyncDisposable
{
    private const int MinutesPerTick = 15;

    // So short that a tick's runs, one after the other and each with all its retries, are over before the next tick.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    private readonly Environments _environments;
    private readonly List<byte[]> _runs = [];
    private readonly Random _random;

    public ChaosWorld(ChaosOptions options, Instant start, Func<TimeSpan> skew)
    {
        Time = new VirtualTimeProvider(start.ToDateTimeOffset());
        Stage = new Stage(
            new LocalAwsOptions
            {
                CallsKept = 0,
                // Databases that AWS starts by itself are the fortnight's matter.
                RdsTransitionTimes = new() { LongestStop = TimeSpan.FromDays(3650) },
            },
            Time, Timeout);
        Stage.PutSetting("SCHEDULER_FREQUENCY", $"{MinutesPerTick}");
        Stage.PutSetting("BOTO_RETRY", "1,1,4,0.4");
        ChaosFleet.Put(Aws, options.Seed);
        Aws.Functions.Completed = outcome => Keep(outcome.Payload);
        _random = new Random(options.Seed);
        _environments = new Environments(Stage, Time, Next, skew, Stream.Null, options.OverLoopback);
    }

    public static Duration Tick { get; } = Duration.FromMinutes(MinutesPerTick);

    public Stage Stage { get; }

    public LocalAws Aws => Stage.Aws;

    public VirtualTimeProvider Time { get; }

    public int Deaths => _environments.Deaths;

    /// <summary>Events of the runs of the latest tick.</summary>
    public IReadOnlyList<byte[]> Runs => _runs;

    public void Configure(IEnumerable<JsonElement> items)
    {
        foreach (var item in items)
            Aws.Dynamo.Table(Stage.ConfigTable).PutRaw(item);
    }

    /// <summary>A tick with all that it sets off.</summary>
    public Task TickAsync(Instant instant)
    {
        _runs.Clear();
        return InvokeAsync(Stage.TickEvent(instant.ToDateTimeOffset()));
    }

    /// <summary>An asynchronous invocation with all that it sets off.</summary>
    public async Task InvokeAsync(ReadOnlyMemory<byte> payload)
    {
        await Aws.Functions.InvokeAsync(Stage.FunctionName, payload, InvocationType.Event);
        await Task.WhenAny(Aws.Functions.IdleAsync(), _environments.Failure).Unwrap().WaitAsync(LongEnough);
    }

    public ValueTask DisposeAsync() => _environments.DisposeAsync();

    // Calls that go out side by side ask side by side, which the generator does not stand.
    private double Next()
    {
        lock (_random)
            return _random.NextDouble();
    }

    private void Keep(ReadOnlyMemory<byte> payload)
    {
        if (payload.Span.IndexOf("scheduler:run"u8) >= 0)
            _runs.Add(payload.ToArray());
    }
}
