using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Benchmarks;

/// <summary>A stage with the schedule <c>office</c>, nine to six in Shanghai every day, whose ticks are timed.</summary>
internal sealed class OfficeStage
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(5);

    private readonly VirtualTimeProvider _time;

    /// <param name="start">When it begins.</param>
    /// <param name="items">The configuration table; default: <see cref="OfficeItems.Plain"/>.</param>
    public OfficeStage(DateTimeOffset start, ImmutableArray<string> items = default)
    {
        _time = new VirtualTimeProvider(start);
        Stage = new Stage(new LocalAwsOptions { TransitionTimes = TransitionTimes.Immediate, CallsKept = 0, KeepsPages = true }, _time);
        Stage.Configure((items.IsDefault ? OfficeItems.Plain : items).Select(item => JsonDocument.Parse(item).RootElement));
    }

    public Stage Stage { get; }

    /// <summary>A moment of the day that is played, a Monday.</summary>
    /// <param name="time">On the clock of Shanghai: <c>09:00</c>.</param>
    public static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-11-23T{time}+08:00", CultureInfo.InvariantCulture);

    /// <summary>Adds instances of the schedule with five tags each.</summary>
    public void AddInstances(int count, PowerState state)
    {
        for (var number = 0; number < count; number++)
            Stage.Aws.Ec2.Add(new LocalInstance
            {
                Id = $"i-{number:x17}",
                InitialState = state,
                Tags = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Name"] = $"application server {number}",
                    ["Schedule"] = "office",
                    ["CostCentre"] = $"{number % 97}",
                    ["Environment"] = "development",
                    ["Owner"] = "platform-team@example.cn",
                },
            });
    }

    /// <summary>Sends a tick, and gives the time until the function had answered, the runs that it invoked included.</summary>
    public async Task<TimeSpan> TickAsync(DateTimeOffset instant)
    {
        _time.AdvanceTo(instant);
        var start = Stopwatch.GetTimestamp();
        await Stage.Aws.Functions.InvokeAsync(Stage.FunctionName, Stage.TickEvent(instant), InvocationType.Event);
        await Stage.Aws.Functions.IdleAsync().WaitAsync(LongEnough);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>As <see cref="TickAsync"/>, with the runs in the tick's own invocation.</summary>
    public async Task<TimeSpan> TickWithinAsync(DateTimeOffset instant)
    {
        _time.AdvanceTo(instant);
        var tick = Encoding.UTF8.GetString(Stage.TickEvent(instant).Span).Replace("\"detail\": {}", "\"detail\": {}, \"no_lambda\": true", StringComparison.Ordinal);
        var start = Stopwatch.GetTimestamp();
        var result = await Stage.Aws.Functions.InvokeAsync(Stage.FunctionName, Encoding.UTF8.GetBytes(tick), InvocationType.RequestResponse).WaitAsync(LongEnough);
        return result.Error is null
            ? Stopwatch.GetElapsedTime(start)
            : throw new InvalidOperationException($"the function failed: {result.Error.Message}");
    }
}
