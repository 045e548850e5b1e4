using System.Collections.Immutable;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Carries a plan out: written down first, then asked of AWS, then remembered as AWS answered.</summary>
internal sealed class PlanExecution(IInstanceService service, InstanceStates states)
{
    /// <summary>The actions that were this run's to take, and what became of them.</summary>
    public async Task<(ImmutableArray<PlannedAction> Actions, ActionOutcome Outcome)> RunAsync(ImmutableArray<PlannedAction> plan, RunDeadline acting)
    {
        var mine = await states.DeclareAsync(plan.ToImmutableDictionary(action => action.Instance.Id, action => action.Wish, StringComparer.Ordinal), acting);
        ImmutableArray<PlannedAction> actions =
            [.. plan.Where(action => mine.Contains(action.Instance.Id)).OrderBy(action => action.Instance.Id, StringComparer.Ordinal)];

        // Side by side, so that many starts in trouble never keep a stop from its turn.
        var starting = service.StartAsync([.. actions.Where(action => action.IsStart).Select(action => action.ToStartOrder())], acting);
        var stopping = service.StopAsync([.. actions.Where(action => !action.IsStart).Select(action => action.ToStopOrder())], acting);
        await Task.WhenAll(starting, stopping);
        var outcome = (await starting).And(await stopping);
        Remember(actions, outcome);
        return (actions, outcome);
    }

    // Accepted: remembered as done, and the intent waits until its effect is seen. Unknown: the intent alone tells the next
    // run. Refused or not tried: as if nothing had been planned.
    private void Remember(ImmutableArray<PlannedAction> actions, ActionOutcome outcome)
    {
        foreach (var action in actions)
            if (outcome.Accepted.Contains(action.Instance.Id))
                states.Store(action.Instance.Id, action.Decision.NextStored);
            else if (!outcome.Unknown.Contains(action.Instance.Id))
                states.Finish(action.Instance.Id);
    }
}
