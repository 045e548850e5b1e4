using BenchmarkDotNet.Attributes;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>The states of ten thousand instances, from the SDK's answer on.</summary>
public class StateBenchmarks
{
    private const int Count = 10_000;

    private static readonly RunIdentity Run = new(new Target("ec2", "123456789012", "cn-north-1"), Instant.FromUtc(2026, 11, 25, 1, 0), "0badcafe");
    private static readonly RunDeadline Deadline = new(TimeSpan.FromDays(1), TimeProvider.System, CancellationToken.None);

    private readonly string[] _ids = [.. Enumerable.Range(0, Count).Select(number => $"i-{number:x17}")];
    private StateTableClient _client = null!;
    private InstanceStates _states = null!;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _client = new StateTableClient(
            new PreparedTable(Run.Target, _ids), "states", new AwsRetry(RetrySettings.Default, TimeProvider.System, () => 0, NullLogger.Instance));
        _states = await InstanceStates.LoadAsync(_client, Run, Deadline);
    }

    [Benchmark]
    public async Task<decimal> LoadTenThousand() => (await InstanceStates.LoadAsync(_client, Run, Deadline)).Latest;

    [Benchmark]
    public void ConfirmTenThousand()
    {
        foreach (var id in _ids)
            _states.Store(id, _states.StoredOf(id) == StoredState.Running ? StoredState.Running : StoredState.Stopped);
    }
}
