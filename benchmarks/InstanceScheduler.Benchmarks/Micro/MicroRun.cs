using System.Collections.Immutable;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>Runs the micro-benchmarks in short jobs.</summary>
/// <remarks>
/// In this process: a project that is made up for the occasion would be built under the strict rules of this repository, and would
/// not see its internals.
/// </remarks>
internal static class MicroRun
{
    private const string Suffix = "Benchmarks";

    private static readonly Type[] Suites =
    [
        typeof(ExpressionBenchmarks), typeof(ScheduleBenchmarks), typeof(DecisionBenchmarks), typeof(ConfigurationBenchmarks),
        typeof(PreviewBenchmarks), typeof(StateBenchmarks), typeof(PayloadBenchmarks), typeof(ListingBenchmarks),
    ];

    /// <param name="filter">Names to run, with wildcards: <c>*Schedule*</c>.</param>
    /// <param name="logger">Hears of the progress.</param>
    /// <exception cref="InvalidOperationException">A benchmark failed.</exception>
    public static ImmutableArray<MicroResult> Run(string filter, ILogger logger)
    {
        var artifacts = Directory.CreateTempSubdirectory("scheduler-benchmarks-");
        try
        {
            var config = ManualConfig.CreateEmpty()
                .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithWarmupCount(5).WithIterationCount(10).WithIterationTime(TimeInterval.FromMilliseconds(100)))
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddFilter(new GlobFilter([filter]))
                .AddLogger(logger)
                .WithArtifactsPath(artifacts.FullName);
            return [.. BenchmarkRunner.Run(Suites, config).SelectMany(summary => summary.Reports).Select(ResultOf)];
        }
        finally
        {
            artifacts.Delete(recursive: true);
        }
    }

    private static MicroResult ResultOf(BenchmarkReport report)
    {
        var descriptor = report.BenchmarkCase.Descriptor;
        var name = $"{descriptor.Type.Name[..^Suffix.Length]}.{descriptor.WorkloadMethod.Name}";
        return report is { Success: true, ResultStatistics: { } statistics }
            ? new MicroResult(name, Figures.Round(statistics.Median), report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0)
            : throw new InvalidOperationException($"The benchmark {name} failed: run it with --verbose.");
    }
}
