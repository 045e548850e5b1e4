using BenchmarkDotNet.Attributes;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>The rules, for one instance.</summary>
public class DecisionBenchmarks
{
    private static readonly SchedulePolicy Plain = new(Enforced: false, RetainRunning: false, StopNewInstances: true);
    private static readonly SchedulePolicy Retaining = new(Enforced: false, RetainRunning: true, StopNewInstances: true, RespectManualStop: true);
    private static readonly InstanceFacts Running = new(Running: true, "m5.large", AllowResize: true);
    private static readonly InstanceFacts Stopped = new(Running: false, "m5.large", AllowResize: true);

    [Benchmark]
    public Decision Unchanged() => DecisionTable.Decide(Running, StoredState.Running, DesiredState.Running, desiredType: null, Plain);

    [Benchmark]
    public Decision Start() => DecisionTable.Decide(Stopped, StoredState.Stopped, DesiredState.Running, "m5.xlarge", Plain);

    [Benchmark]
    public Decision Retained() => DecisionTable.Decide(Running, StoredState.RetainRunning, DesiredState.Stopped, desiredType: null, Retaining);
}
