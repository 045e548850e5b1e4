namespace InstanceScheduler.Benchmarks.Load;

/// <summary>What one tick took; times in ms.</summary>
/// <param name="Wall">Until the function had answered.</param>
/// <param name="Cpu">CPU of the function.</param>
/// <param name="LocalAwsCpu">CPU of this process, which is the local AWS.</param>
/// <param name="LogBytes">What the function logged.</param>
internal readonly record struct TickCost(double Wall, double Cpu, double LocalAwsCpu, long LogBytes);
