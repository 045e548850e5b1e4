using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>Making sense of a configuration table that is read already.</summary>
public class ConfigurationBenchmarks
{
    private readonly ImmutableArray<ConfigItem> _thousand = Items.Schedules(1000);

    [Benchmark]
    public SchedulerConfiguration ThousandSchedules() => ConfigurationReader.Read(_thousand);
}
