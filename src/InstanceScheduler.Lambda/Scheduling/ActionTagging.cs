using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Tagging;
using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Tags instances after a run: those of the configuration on what was started or stopped, and on request what people want to know.</summary>
internal sealed class ActionTagging(IInstanceService service, SchedulerSettings settings, RunOptions options, Instant instant)
{
    private readonly ImmutableArray<KeyValuePair<string, string>> _started =
        TagTemplate.Render(ConfigAttributes.StartedTags, settings.StartedTags, options.StackName, instant)
            .WithoutScheduleTag(ConfigAttributes.StartedTags, settings.TagName).Tags;

    private readonly ImmutableArray<KeyValuePair<string, string>> _stopped =
        TagTemplate.Render(ConfigAttributes.StoppedTags, settings.StoppedTags, options.StackName, instant)
            .WithoutScheduleTag(ConfigAttributes.StoppedTags, settings.TagName).Tags;

    /// <param name="informed">Instances that something is wrong with, or whose tags say so.</param>
    /// <param name="states">Saved states: an intent that is left waits for its effect.</param>
    /// <param name="actions">What was attempted.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="problems">What went wrong so far.</param>
    /// <param name="deadline">By when to be done.</param>
    public async Task<ImmutableArray<Problem>> TagAsync(
        IReadOnlyList<ManagedInstance> informed, InstanceStates states, ImmutableArray<PlannedAction> actions, ActionOutcome outcome, ProblemList problems,
        RunDeadline deadline)
    {
        var changes = ImmutableArray.CreateBuilder<TagChange>();
        var done = actions.Where(action => outcome.Accepted.Contains(action.Instance.Id)).ToDictionary(action => action.Instance.Id, StringComparer.Ordinal);
        if (!options.TagsInformation)
        {
            changes.AddRange(done.Values.Select(action => Change(action, [], [])).Where(HasContent));
        }
        else
        {
            var causes = CauseOf(problems);
            foreach (var instance in informed.Concat(actions.Select(action => action.Instance)).DistinctBy(instance => instance.Id, StringComparer.Ordinal))
                if (Change(instance, done.GetValueOrDefault(instance.Id), causes.GetValueOrDefault(instance.Id), states) is { } change && HasContent(change))
                    changes.Add(change);
        }

        if (changes.Count == 0)
            return [];
        var failed = await service.TagAsync(changes.ToImmutable(), deadline);
        return [.. failed.Select(problem => problem with { Severity = ProblemSeverity.Warning })];
    }

    private TagChange Change(PlannedAction action, ImmutableArray<KeyValuePair<string, string>> set, ImmutableArray<string> remove)
    {
        var plan = action.IsStart ? TagPlan.AfterStart(_started, _stopped) : TagPlan.AfterStop(_started, _stopped);
        return new TagChange(action.Instance, [.. plan.Set, .. set], [.. plan.Remove, .. remove]);
    }

    private TagChange Change(ManagedInstance instance, PlannedAction? done, Problem? cause, InstanceStates states)
    {
        var (set, remove) = InformationChange.Of(
            instance.Information, done is null ? null : InformationChange.ActionText(done.IsStart, options.StackName, instant), cause,
            isUnderWay: done is not null || states.IntentOf(instance.Id) is not null);
        return done is null ? new TagChange(instance, set, remove) : Change(done, set, remove);
    }

    private static Dictionary<string, Problem> CauseOf(ProblemList problems)
    {
        var causes = new Dictionary<string, Problem>(StringComparer.Ordinal);
        foreach (var problem in problems.All)
            foreach (var id in problem.Ids)
                causes.TryAdd(id, problem);
        return causes;
    }

    private static bool HasContent(TagChange change) => !change.Set.IsEmpty || !change.Remove.IsEmpty;
}
