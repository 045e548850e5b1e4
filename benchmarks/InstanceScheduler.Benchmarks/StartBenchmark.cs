using System.Diagnostics;
using System.Globalization;
using InstanceScheduler.Benchmarks.Load;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Benchmarks;

/// <summary>One process of the published function, from its birth to its second tick.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    public static async Task<StartResult> RunAsync(string path)
    {
        var nine = DateTimeOffset.Parse("2026-11-23T09:00+08:00", CultureInfo.InvariantCulture);
        var office = new OfficeStage(nine);
        office.Stage.Aws.Ec2.Add(new LocalInstance { Id = "i-0123456789abcdef0", Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["Schedule"] = "office" } });
        var ready = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        office.Stage.Aws.Functions.Polled = () => ready.TrySetResult(Stopwatch.GetTimestamp());

        await using var function = await PublishedFunction.StartAsync(office.Stage, path, Stream.Null, CancellationToken.None);
        var spawnToNext = Stopwatch.GetElapsedTime(function.Started, await ready.Task.WaitAsync(LongEnough));
        var first = await office.TickAsync(nine);
        var warm = await office.TickAsync(nine.AddMinutes(1));
        return new StartResult(spawnToNext, first, warm, ProcessCpu.PeakMegabytes(function.Process.Id));
    }
}
