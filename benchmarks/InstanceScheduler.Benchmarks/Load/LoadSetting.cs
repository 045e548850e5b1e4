using System.Collections.Immutable;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>What is measured.</summary>
/// <param name="Function">A published bootstrap.</param>
/// <param name="Instances">Size of the fleet.</param>
internal sealed record LoadSetting(string Function, int Instances)
{
    /// <summary>Ticks after the first that are not measured: the collector is still learning how much memory a tick needs.</summary>
    public const int WarmUpTicks = 2;

    /// <summary>Ticks on which nothing changes, after those. Default 5.</summary>
    public int QuietTicks { get; init; } = 5;

    /// <summary>The configuration table; default: <see cref="OfficeItems.Plain"/>.</summary>
    public ImmutableArray<string> Items { get; init; } = OfficeItems.Plain;

    /// <summary>Size of the function in MB, as Lambda tells it the process; null: untold.</summary>
    public int? Memory { get; init; }

    /// <summary>What limits its CPU; null: nothing.</summary>
    public CpuGroup? Cpu { get; init; }
}
