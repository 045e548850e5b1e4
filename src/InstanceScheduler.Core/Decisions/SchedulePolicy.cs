using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Core.Decisions;

/// <summary>The options of a schedule that bear on a decision.</summary>
/// <param name="Enforced">Act whenever the instance differs from the wish.</param>
/// <param name="RetainRunning">Spare instances that ran before their period began.</param>
/// <param name="StopNewInstances">Stop instances first seen running outside their periods.</param>
/// <param name="RespectManualStop">Leave stopped what a person stopped, until a person starts it. Without effect beside <paramref name="Enforced"/>.</param>
/// <param name="UnderOverride">The wish is that of a timed override: it acts like <paramref name="Enforced"/>, and also starts what a person stopped before.</param>
public readonly record struct SchedulePolicy(
    bool Enforced, bool RetainRunning, bool StopNewInstances, bool RespectManualStop = false, bool UnderOverride = false)
{
    /// <summary>The policy of a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="underOverride">Whether a timed override decides in its place.</param>
    public static SchedulePolicy Of(Schedule schedule, bool underOverride = false) => new(
        schedule.Enforced || underOverride,
        schedule.RetainRunning,
        schedule.StopNewInstances || underOverride,
        schedule.RespectManualStop && !schedule.Enforced,
        underOverride);
}
