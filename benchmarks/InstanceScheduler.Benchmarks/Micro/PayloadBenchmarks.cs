using System.Text.Json;
using BenchmarkDotNet.Attributes;
using InstanceScheduler.Aws.Invocation;
using InstanceScheduler.Core.Configuration;
using NodaTime;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>The event from the tick to a run, with fifty schedules of three periods each.</summary>
public class PayloadBenchmarks
{
    private readonly RunRequest _request = new(new SchedulerSettings { ScheduledServices = ["ec2"] }, Items.Schedules(50), Instant.FromUtc(2026, 11, 25, 1, 0));
    private ReadOnlyMemory<byte> _payload;

    [GlobalSetup]
    public void Write() => _payload = RunRequestWriter.Write(_request);

    [Benchmark]
    public int Encode() => RunRequestWriter.Write(_request).Length;

    [Benchmark]
    public int Decode()
    {
        using var document = JsonDocument.Parse(_payload);
        return RunRequestReader.Read(document.RootElement).Items.Length;
    }
}
