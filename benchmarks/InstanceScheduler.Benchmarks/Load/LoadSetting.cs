using System.Collections.Immutable;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>What is measured.</summary>
/// <param name="Function">A published bootstrap.</param>
/// <param name="Instances">Size of the fleet.</param>
internal sealed record LoadSetting(string Function, int Instances)
{
    /// <summary>Ticks on which nothing changes, after the first. Default 5.</summary>
    public int QuietTicks { get; init; } = 5;

    /// <summary>The configuration table; default: <see cref="OfficeItems.Plain"/>.</summary>
    public ImmutableArray<string> Items { get; init; } = OfficeItems.Plain;

    /// <summary>Size of the function in MB, as Lambda tells it the process; null: untold.</summary>
    public int? Memory { get; init; }

    /// <summary>What limits its CPU; null: nothing.</summary>
    public CpuGroup? Cpu { get; init; }
}
