using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Core.Decisions;

/// <summary>The options of a schedule that bear on a decision.</summary>
/// <param name="Enforced">Act whenever the instance differs from the wish.</param>
/// <param name="RetainRunning">Spare instances that ran before their period began.</param>
/// <param name="StopNewInstances">Stop instances first seen running outside their periods.</param>
public readonly record struct SchedulePolicy(bool Enforced, bool RetainRunning, bool StopNewInstances)
{
    /// <summary>The policy of a schedule.</summary>
    public static SchedulePolicy Of(Schedule schedule) => new(schedule.Enforced, schedule.RetainRunning, schedule.StopNewInstances);
}
