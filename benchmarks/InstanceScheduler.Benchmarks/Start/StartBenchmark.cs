using System.Diagnostics;
using InstanceScheduler.Benchmarks.Load;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Benchmarks.Start;

/// <summary>One process of the published function, from its birth to its second tick.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    public static async Task<StartResult> RunAsync(string function)
    {
        var nine = OfficeStage.At("09:00");
        var office = new OfficeStage(nine);
        office.AddInstances(1, PowerState.Stopped);
        var ready = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        office.Stage.Aws.Functions.Polled = () => ready.TrySetResult(Stopwatch.GetTimestamp());

        await using var published = await PublishedFunction.StartAsync(office.Stage, function, Stream.Null, CancellationToken.None);
        var spawnToNext = Stopwatch.GetElapsedTime(published.Started, await ready.Task.WaitAsync(LongEnough));
        var first = await office.TickAsync(nine);
        var warm = await office.TickAsync(nine.AddMinutes(1));
        return new StartResult(
            spawnToNext.TotalMilliseconds, first.TotalMilliseconds, warm.TotalMilliseconds, ProcessCpu.PeakMegabytes(published.Process.Id));
    }
}
