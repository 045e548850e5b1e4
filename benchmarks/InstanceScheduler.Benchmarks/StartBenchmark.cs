using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Benchmarks;

/// <summary>One process of the published function, from its birth to its second tick.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private static readonly string[] Items =
    [
        """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""",
        """{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["day"]}}""",
    ];

    public static async Task<StartResult> RunAsync(string path)
    {
        var nine = DateTimeOffset.Parse("2026-11-23T09:00+08:00", CultureInfo.InvariantCulture);
        var time = new VirtualTimeProvider(nine);
        var stage = new Stage(new LocalAwsOptions { TransitionTimes = TransitionTimes.Immediate }, time);
        foreach (var item in Items)
            stage.Aws.Dynamo.Table(stage.ConfigTable).PutRaw(JsonDocument.Parse(item).RootElement);
        stage.Aws.Ec2.Add(new LocalInstance { Id = "i-0123456789abcdef0", Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["Schedule"] = "office" } });
        var ready = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Aws.Functions.Polled = () => ready.TrySetResult(Stopwatch.GetTimestamp());

        await using var function = await PublishedFunction.StartAsync(stage, path, Stream.Null, CancellationToken.None);
        var spawnToNext = Stopwatch.GetElapsedTime(function.Started, await ready.Task.WaitAsync(LongEnough));
        var first = await TickAsync(stage, nine);
        time.AdvanceTo(nine.AddMinutes(1));
        var warm = await TickAsync(stage, nine.AddMinutes(1));
        return new StartResult(spawnToNext, first, warm, PeakMegabytes(function.Process));
    }

    private static async Task<TimeSpan> TickAsync(Stage stage, DateTimeOffset instant)
    {
        var start = Stopwatch.GetTimestamp();
        await stage.Aws.Functions.InvokeAsync(Stage.FunctionName, stage.TickEvent(instant), InvocationType.Event);
        await stage.Aws.Functions.IdleAsync().WaitAsync(LongEnough);
        return Stopwatch.GetElapsedTime(start);
    }

    private static double PeakMegabytes(Process process)
    {
        var status = $"/proc/{process.Id}/status";
        if (!File.Exists(status))
            return 0;
        var line = File.ReadLines(status).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
