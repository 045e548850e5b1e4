using NodaTime;

namespace InstanceScheduler.Core.Schedules;

/// <summary>Tells when a schedule will want something else, by the code that decides at each run, and without asking every minute.</summary>
/// <remarks>
/// Nothing can change but at the moments of <see cref="ScheduleBoundaries"/>, and a minute before and after them, at which periods
/// are bridged. So a year takes some thousand questions. Maintenance windows are not looked at: they belong to instances.
/// </remarks>
public static class ScheduleTimeline
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>What a schedule wants at <paramref name="from"/>, and each change after it.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="from">First instant, included: the first transition is what is wanted then, whenever that began.</param>
    /// <param name="to">Last instant, excluded; not before the first.</param>
    /// <remarks>A change is one of the state, of the type or of the deciding period. Worked out as far as it is read.</remarks>
    public static IEnumerable<ScheduleTransition> Between(Schedule schedule, Instant from, Instant to)
    {
        if (from >= to)
            yield break;
        var last = new ScheduleTransition(from, ScheduleEvaluator.Evaluate(schedule, from));
        yield return last;
        if (schedule.Override is not null)
            yield break;
        foreach (var moment in Moments(schedule, from, to))
        {
            var outcome = ScheduleEvaluator.Evaluate(schedule, moment);
            if (IsSame(outcome, last.Outcome))
                continue;
            last = new ScheduleTransition(moment, outcome);
            yield return last;
        }
    }

    /// <summary>The first change after an instant; null where none comes before <paramref name="to"/>.</summary>
    /// <inheritdoc cref="Between"/>
    public static ScheduleTransition? Next(Schedule schedule, Instant from, Instant to)
    {
        foreach (var transition in Between(schedule, from, to).Skip(1))
            return transition;
        return null;
    }

    /// <summary>The moments that are asked about, after the first, in order.</summary>
    internal static IEnumerable<Instant> Moments(Schedule schedule, Instant from, Instant to)
    {
        // A clock that goes back over midnight shows a date again: the one on it then may be the one before.
        var date = from.InZone(schedule.Zone).Date;
        date = date.PlusDays(ScheduleBoundaries.StartOf(schedule.Zone, date) > from ? -1 : 0);
        for (var start = ScheduleBoundaries.StartOf(schedule.Zone, date); start < to; date = date.PlusDays(1))
        {
            var end = ScheduleBoundaries.StartOf(schedule.Zone, date.PlusDays(1));
            foreach (var moment in Moments(schedule, date, end))
                if (moment > from && moment >= start && moment < end && moment < to)
                    yield return moment;
            start = end;
        }
    }

    private static SortedSet<Instant> Moments(Schedule schedule, LocalDate date, Instant endOfDate)
    {
        var moments = ScheduleBoundaries.Of(schedule, date);
        return schedule.Periods.Length < 2 || moments.Count == 0 ? moments
            : [.. moments.Append(endOfDate).SelectMany(moment => (Instant[])[moment - Minute, moment, moment + Minute])];
    }

    private static bool IsSame(ScheduleOutcome one, ScheduleOutcome other) =>
        one.State == other.State && one.Period == other.Period && one.InstanceType == other.InstanceType;
}
