namespace InstanceScheduler.Lambda.Metrics;

/// <summary>How many instances a schedule has.</summary>
/// <param name="Managed">All of them.</param>
/// <param name="Running">Those that were running before the run acted.</param>
internal readonly record struct ScheduleCount(int Managed, int Running);
