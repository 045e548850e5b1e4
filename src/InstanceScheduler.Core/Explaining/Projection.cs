using System.Collections.Immutable;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Previews;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Explaining;

/// <summary>Carries an instance through the coming transitions, by the rules that decide at each run, until the scheduler acts.</summary>
public static class Projection
{
    /// <summary>How far ahead it looks.</summary>
    public static readonly Duration Horizon = Duration.FromDays(366);

    // Hardly any start or stop takes longer.
    private static readonly Duration LongestWay = Duration.FromHours(1);

    /// <summary>What the run does that finds an instance arrived which is on its way.</summary>
    /// <param name="outlook">What decides.</param>
    /// <param name="decision">What it does, if nothing else is wanted by then.</param>
    /// <param name="now">What time it is.</param>
    public static NextAction AtArrival(Outlook outlook, Decision decision, Instant now)
    {
        PreviewEntry[] entries = [.. outlook.Between(now, now + LongestWay).Take(2)];
        return new NextAction(now, decision, entries[0]) { Run = ActingRun.Arrival, Until = entries is [_, var change] ? change.At : null };
    }

    /// <summary>The first action that is due; null: none within <see cref="Horizon"/>.</summary>
    /// <param name="outlook">What decides.</param>
    /// <param name="standing">The instance after the run of now or, on its way, after the one that finds it arrived.</param>
    /// <param name="now">What time it is: what is due now is not told.</param>
    public static NextAction? Next(Outlook outlook, Standing standing, Instant now)
    {
        var (last, current) = (default(PreviewEntry?), standing);
        foreach (var entry in Due(outlook, standing, now))
        {
            var next = new NextAction(entry.At, default, entry) { Run = ActingRun.Following };
            if (last is { } before)
            {
                next = new NextAction(entry.At, Decide(outlook.Schedule, current, entry), entry)
                {
                    Ended = before.Held is { } held && held.End == entry.At ? held : null,
                    EndedWindow = before.Outcome.Window is { } window && entry.Outcome.Window is null ? window : null,
                };
                if (next.Decision.Action != ScheduledAction.None)
                    return next;
                current = current.After(next.Decision, entry.Outcome.InstanceType, entry.At);
                next = next with { Run = ActingRun.Second };
            }

            // What a run spares for the last time is nothing but a change by hand to the run after, which "enforced" and overrides undo.
            var again = Decide(outlook.Schedule, current, entry with { Kind = PreviewKind.Changes });
            if (again.Action != ScheduledAction.None)
                return next with { Decision = again };
            (last, current) = (entry, current.After(again, entry.Outcome.InstanceType, entry.At));
        }

        return null;
    }

    // The transitions, and the moment at which it will have run as long as it may.
    private static IEnumerable<PreviewEntry> Due(Outlook outlook, Standing standing, Instant now)
    {
        var limit = standing is { Running: true, Launch: { } launch } && outlook.Schedule.MaxUptime is { } most && launch + most > now ? launch + most : (Instant?)null;
        foreach (var entry in outlook.Between(now, now + Horizon))
        {
            if (limit < entry.At)
                yield return new PreviewEntry(limit.Value, PreviewKind.Changes, outlook.At(limit.Value), outlook.HeldAt(limit.Value));
            if (limit <= entry.At)
                limit = null;
            yield return entry;
        }

        if (limit is { } late && late < now + Horizon)
            yield return new PreviewEntry(late, PreviewKind.Changes, outlook.At(late), outlook.HeldAt(late));
    }

    private static Decision Decide(Schedule schedule, Standing standing, PreviewEntry entry)
    {
        var outcome = entry.Outcome;
        var facts = new InstanceFacts(
            standing.Running, standing.InstanceType, standing.AllowResize,
            StoppedByPerson: standing.StoppedByPerson,
            MaxUptimeReached: outcome.Cause != OutcomeCause.MaintenanceWindow && standing.Launch is { } launch && schedule.MaxUptime is { } most && entry.At - launch >= most);
        ImmutableArray<string> accepted = standing.Launch is { } since && ScheduleEvaluator.Evaluate(schedule, since).InstanceType == outcome.InstanceType ? standing.PreferredTypes : [];
        return DecisionTable.Decide(
            facts, standing.Stored, outcome.StateFor(facts.Running, facts.InstanceType, facts.AllowResize, accepted), outcome.InstanceType,
            SchedulePolicy.Of(schedule, outcome.Cause == OutcomeCause.TimedOverride), entry.Kind == PreviewKind.StopsAgain);
    }
}
