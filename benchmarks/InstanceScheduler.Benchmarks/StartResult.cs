namespace InstanceScheduler.Benchmarks;

/// <summary>Figures of one process.</summary>
/// <param name="SpawnToNext">From starting the process to its first question for work.</param>
/// <param name="FirstTick">A tick in the fresh process: settings, configuration, fan-out, run.</param>
/// <param name="WarmTick">A tick in the same process a minute later.</param>
/// <param name="PeakMegabytes">Most memory it ever held (Linux only, else 0).</param>
internal sealed record StartResult(TimeSpan SpawnToNext, TimeSpan FirstTick, TimeSpan WarmTick, double PeakMegabytes);
