using InstanceScheduler.Core.Periods;
using NodaTime;
using Period = InstanceScheduler.Core.Periods.Period;

namespace InstanceScheduler.Core.Schedules;

/// <summary>Ends of periods without a begin: moments at which what runs is stopped, whoever started it.</summary>
public static class LoneEnds
{
    /// <summary>Whether such an end came within a stretch of time. None does under an override, which hides the periods.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="since">Begin of the stretch, excluded: a run then has seen to it.</param>
    /// <param name="until">End of the stretch, included.</param>
    public static bool FallDue(Schedule schedule, Instant since, Instant until) => Between(schedule, since, until).Any();

    /// <summary>The moments at which such ends come, period by period.</summary>
    /// <inheritdoc cref="FallDue"/>
    public static IEnumerable<Instant> Between(Schedule schedule, Instant since, Instant until)
    {
        foreach (var (period, _) in schedule.Periods)
            if (period is { OnlyStops: true, End: { } end } && end != TimeOfDay.EndOfDay)
                foreach (var due in Between(period, end, schedule.Zone, since, until))
                    yield return due;
    }

    private static IEnumerable<Instant> Between(Period period, TimeOfDay end, DateTimeZone zone, Instant since, Instant until)
    {
        var last = until.InZone(zone).Date;
        for (var date = since.InZone(zone).Date; date <= last; date = date.PlusDays(1))
            if (ScheduleBoundaries.FirstMomentOf(zone, date.At(end.ClockTime)) is var due && since < due && due <= until && period.HoldsOn(date))
                yield return due;
    }
}
