using System.Diagnostics;
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

    private static readonly string[] Items =
    [
        """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""",
        """{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["day"]}}""",
    ];

    private readonly VirtualTimeProvider _time;

    public OfficeStage(DateTimeOffset start)
    {
        _time = new VirtualTimeProvider(start);
        Stage = new Stage(new LocalAwsOptions { TransitionTimes = TransitionTimes.Immediate, CallsKept = 0 }, _time);
        Stage.Configure(Items.Select(item => JsonDocument.Parse(item).RootElement));
    }

    public Stage Stage { get; }

    /// <summary>Sends a tick, and gives the time until the function had answered, the runs that it invoked included.</summary>
    public async Task<TimeSpan> TickAsync(DateTimeOffset instant)
    {
        _time.AdvanceTo(instant);
        var start = Stopwatch.GetTimestamp();
        await Stage.Aws.Functions.InvokeAsync(Stage.FunctionName, Stage.TickEvent(instant), InvocationType.Event);
        await Stage.Aws.Functions.IdleAsync().WaitAsync(LongEnough);
        return Stopwatch.GetElapsedTime(start);
    }
}
