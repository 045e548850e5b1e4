using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Loggers;
using InstanceScheduler.Benchmarks.Load;
using InstanceScheduler.Benchmarks.Micro;
using InstanceScheduler.Benchmarks.Start;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>Measures what a plan says, one thing after the other.</summary>
/// <param name="plan">The plan.</param>
/// <param name="progress">Hears what is measured next.</param>
/// <param name="stop">Gives up.</param>
internal sealed class SuiteRun(SuitePlan plan, Action<string> progress, CancellationToken stop)
{
    private const int Schedules = 1000;
    private const int ComparedInstances = 10_000;
    private const int SmallInstances = 10_000;
    private const int UnusedEach = 200;

    // Starts take seconds together, and a machine that is shared has slow minutes: a part of them stands before each of what takes longer.
    private const int StartParts = 4;

    private readonly List<StartResult> _starts = [];

    public async Task<SuiteResults> RunAsync(string commit, DateTimeOffset now)
    {
        var machine = Machine.This;
        await StartsAsync();
        var quiet = await QuietAsync();
        await StartsAsync();
        var acting = await ActingAsync();
        await StartsAsync();
        var small = await SmallAsync();
        await StartsAsync();
        var (configuration, unused) = (await ConfigurationAsync(), await UnusedAsync());
        return new SuiteResults(
            commit, now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), machine, plan.Runs, plan.SmallRuns, StartResult.MedianOf(_starts), quiet, acting, small, configuration, unused, Micro());
    }

    private async Task StartsAsync() =>
        _starts.AddRange(await ManyAsync("starts", (plan.Starts + StartParts - 1) / StartParts, () => StartBenchmark.RunAsync(plan.Function)));

    private async Task<ImmutableArray<LoadResult>> QuietAsync()
    {
        var results = ImmutableArray.CreateBuilder<LoadResult>();
        foreach (var size in plan.Quiet)
            results.Add(LoadResult.MedianOf(await ManyAsync(
                $"ticks without changes, {size:N0} instances", plan.Runs, () => LoadBenchmark.RunAsync(new LoadSetting(plan.Function, size)))));
        return results.ToImmutable();
    }

    private async Task<ImmutableArray<ActingResult>> ActingAsync()
    {
        var results = ImmutableArray.CreateBuilder<ActingResult>();
        foreach (var size in plan.Acting)
            foreach (var items in new[] { OfficeItems.Plain, OfficeItems.Tagging })
                results.Add(ActingResult.MedianOf(await ManyAsync(
                    $"starts of {size:N0} instances", plan.Runs, () => ActingBenchmark.RunAsync(new LoadSetting(plan.Function, size) { Items = items }))));
        return results.ToImmutable();
    }

    private async Task<ImmutableArray<SmallResult>> SmallAsync()
    {
        var results = ImmutableArray.CreateBuilder<SmallResult>();
        foreach (var memory in plan.Memories)
            foreach (var size in new[] { 0, SmallInstances })
            {
                var runs = await ManyAsync($"a function of {memory} MB, {size:N0} instances", plan.SmallRuns, () => SmallResult.MeasureAsync(
                    new LoadSetting(plan.Function, size) { Memory = memory }));
                if (runs.Contains(null))
                {
                    progress("CPU cannot be limited here (no control group may be made): small functions are left out");
                    return [];
                }

                results.Add(SmallResult.MedianOf([.. runs.OfType<SmallResult>()]));
            }

        return results.ToImmutable();
    }

    private async Task<ConfigurationResult?> ConfigurationAsync()
    {
        if (!plan.IsWhole)
            return null;
        progress($"{Schedules:N0} schedules");
        return await ConfigurationResult.MeasureAsync(plan.Function, Schedules, plan.Runs);
    }

    private async Task<UnusedResult?> UnusedAsync()
    {
        if (!plan.IsWhole)
            return null;
        var now = new LoadSetting(plan.Function, ComparedInstances);
        progress("unused items");
        var items = await ComparisonResult.MeasureAsync(now, now with { Items = OfficeItems.BesideUnused(UnusedEach) }, plan.Runs);
        if (plan.Before is not { } before)
            return new UnusedResult(items, UnusedEach, Before: null, BeforeCommit: null);
        progress("the function before it knew calendars and overrides");
        return new UnusedResult(items, UnusedEach, await ComparisonResult.MeasureAsync(now with { Function = before }, now, plan.Runs), plan.BeforeCommit);
    }

    private ImmutableArray<MicroResult> Micro()
    {
        if (!plan.IsWhole)
            return [];
        progress("single operations");
        return MicroRun.Run("*", NullLogger.Instance);
    }

    private async Task<IReadOnlyList<T>> ManyAsync<T>(string what, int runs, Func<Task<T>> measure)
    {
        progress(what);
        var results = new List<T>();
        for (var run = 0; run < runs; run++)
        {
            stop.ThrowIfCancellationRequested();
            results.Add(await measure());
        }

        return results;
    }
}
