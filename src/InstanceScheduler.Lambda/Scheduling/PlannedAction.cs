using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>An action that a run is going to attempt on an instance.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Schedule">Its schedule.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="DesiredType">Type that the schedule asks for; null: any.</param>
internal sealed record PlannedAction(ManagedInstance Instance, Schedule Schedule, Decision Decision, string? DesiredType)
{
    public bool IsStart => Decision.Action == ScheduledAction.Start;

    /// <summary>What is written down before acting.</summary>
    public Wish Wish => Decision.Action switch
    {
        ScheduledAction.Start => Wish.Start,
        ScheduledAction.StopForResize when DesiredType is { } type => Wish.Resize(type),
        ScheduledAction.Stop when Decision.NextStored != StoredState.Stopped => Wish.Pause,
        _ => Wish.Stop,
    };

    public StartOrder ToStartOrder() => new(Instance, Decision.ResizeTo);

    // Hibernated, an instance would keep its type.
    public StopOrder ToStopOrder() => new(Instance, Schedule.Hibernate && Decision.Action == ScheduledAction.Stop);
}
