using System.Globalization;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>A process of the published function on a stage, and what its ticks cost.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly OfficeStage _office;
    private readonly PublishedFunction _published;
    private readonly ByteCount _log;

    private FunctionProcess(OfficeStage office, PublishedFunction published, ByteCount log) => (_office, _published, _log) = (office, published, log);

    /// <summary>The most memory that it held so far.</summary>
    public double PeakMegabytes => ProcessCpu.PeakMegabytes(_published.Process.Id);

    public static async Task<FunctionProcess> StartAsync(OfficeStage office, LoadSetting setting)
    {
        var log = new ByteCount();
        var published = await PublishedFunction.StartAsync(
            office.Stage, setting.Function, log, CancellationToken.None, setting.Memory?.ToString(CultureInfo.InvariantCulture), setting.Cpu is { } cpu ? cpu.Contain : null);
        return new FunctionProcess(office, published, log);
    }

    /// <summary>A tick with an invocation for the run.</summary>
    public Task<TickCost> TickAsync(DateTimeOffset instant) => CostOfAsync(() => _office.TickAsync(instant));

    /// <summary>A tick with the run in its own invocation.</summary>
    public Task<TickCost> TickWithinAsync(DateTimeOffset instant) => CostOfAsync(() => _office.TickWithinAsync(instant));

    public ValueTask DisposeAsync() => _published.DisposeAsync();

    private async Task<TickCost> CostOfAsync(Func<Task<TimeSpan>> act)
    {
        var process = _published.Process.Id;
        var (own, used, logged) = (ProcessCpu.Of(Environment.ProcessId), ProcessCpu.Of(process), _log.Bytes);
        var wall = await act();
        return new TickCost(
            wall.TotalMilliseconds, (ProcessCpu.Of(process) - used).TotalMilliseconds, (ProcessCpu.Of(Environment.ProcessId) - own).TotalMilliseconds,
            _log.Bytes - logged);
    }
}
