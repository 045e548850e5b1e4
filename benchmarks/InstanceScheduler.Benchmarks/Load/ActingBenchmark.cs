using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>One process of the published function and a fleet that begins its day: the tick that starts all of it.</summary>
internal static class ActingBenchmark
{
    public static async Task<ActingResult> RunAsync(LoadSetting setting)
    {
        var before = OfficeStage.At("08:55");
        var office = new OfficeStage(before, setting.Items);
        var aws = office.Stage.Aws;
        office.AddInstances(setting.Instances, PowerState.Stopped);

        await using var function = await FunctionProcess.StartAsync(office, setting);
        await function.TickAsync(before);
        aws.Calls.Clear();
        var start = await function.TickAsync(OfficeStage.At("09:00"));
        var (calls, writes) = (aws.Calls.Count("ec2"), aws.Calls.Count("dynamodb", "PutItem"));
        aws.Calls.Clear();
        // What was started is seen to run, and its intents go.
        await function.TickAsync(OfficeStage.At("09:05"));
        writes += aws.Calls.Count("dynamodb", "PutItem");
        var started = aws.Ec2.Instances.Count(instance => instance.State == PowerState.Running);
        if (started != setting.Instances)
            throw new InvalidOperationException($"{started} of {setting.Instances} instances run after the tick that was to start them; see the function's log.");
        return new ActingResult(
            setting.Instances, setting.Items == OfficeItems.Tagging, start.Wall, start.Cpu, calls, writes, start.LogBytes, function.PeakMegabytes);
    }
}
