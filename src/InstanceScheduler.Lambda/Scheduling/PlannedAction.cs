using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>An action that a run is going to attempt on an instance.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Schedule">Its schedule.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="DesiredType">Type that the schedule asks for; null: any.</param>
internal sealed record PlannedAction(ManagedInstance Instance, string Schedule, Decision Decision, string? DesiredType)
{
    /// <summary>What is written down before acting.</summary>
    public Wish Wish => Decision.Action switch
    {
        ScheduledAction.Start => Wish.Start,
        ScheduledAction.StopForResize when DesiredType is { } type => Wish.Resize(type),
        _ => Wish.Stop,
    };
}
