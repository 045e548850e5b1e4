using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Services;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>What a run attempted on one target; what it would have attempted, where it was a dry run.</summary>
/// <param name="Target">The target.</param>
internal sealed record TargetResult(Target Target)
{
    /// <summary>Ids and their schedules.</summary>
    public ImmutableArray<(string Id, string Schedule)> Started { get; init; } = [];

    /// <summary>Ids and their schedules.</summary>
    public ImmutableArray<(string Id, string Schedule)> Stopped { get; init; } = [];

    /// <summary>Ids, their schedules, and their types before and after.</summary>
    public ImmutableArray<(string Id, string Schedule, TypeChange Change)> Resized { get; init; } = [];

    /// <summary>What a plan comes to when all of it is attempted.</summary>
    public static TargetResult Of(Target target, ImmutableArray<PlannedAction> plan) => new(target)
    {
        Started = [.. plan.Where(action => action.IsStart).Select(action => (action.Instance.Id, action.Schedule.Name))],
        Stopped = [.. plan.Where(action => !action.IsStart).Select(action => (action.Instance.Id, action.Schedule.Name))],
        Resized =
        [
            .. from action in plan
               where action.IsStart
               let type = action.Decision.ResizeTo
               where type is not null
               select (action.Instance.Id, action.Schedule.Name, new TypeChange(action.Instance.InstanceType, type)),
        ],
    };

    /// <summary>What a plan came to.</summary>
    public static TargetResult Of(Target target, ImmutableArray<PlannedAction> plan, ActionOutcome outcome) =>
        Of(target, [.. plan.Where(action => outcome.Attempted.Contains(action.Instance.Id))]) with
        {
            Resized =
            [
                .. from action in plan
                   where outcome.Resized.ContainsKey(action.Instance.Id)
                   select (action.Instance.Id, action.Schedule.Name, outcome.Resized[action.Instance.Id]),
            ],
        };

    /// <summary>What a notice of a dry run tells.</summary>
    public DryRunActions ToDryRun() => new()
    {
        Starts = [.. Started.Select(action => new DryRunAction(action.Id, action.Schedule))],
        Stops = [.. Stopped.Select(action => new DryRunAction(action.Id, action.Schedule))],
        Resizes = [.. Resized.Select(action => new DryRunAction(action.Id, action.Schedule, action.Change.New))],
    };
}
