namespace InstanceScheduler.Checker;

/// <summary>Options of a schedule.</summary>
/// <param name="Enforced">What a person does is undone.</param>
/// <param name="RetainRunning">What ran before its period is not stopped after it.</param>
/// <param name="StopNewInstances">An instance that is seen for the first time is stopped.</param>
internal readonly record struct ScheduleFlags(bool Enforced, bool RetainRunning, bool StopNewInstances);
