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
    public static bool FallDue(Schedule schedule, Instant since, Instant until)
    {
        foreach (var (period, _) in schedule.Periods)
            if (period is { OnlyStops: true, End: { } end } && end != TimeOfDay.EndOfDay && FallsDue(period, end, schedule.Zone, since, until))
                return true;
        return false;
    }

    private static bool FallsDue(Period period, TimeOfDay end, DateTimeZone zone, Instant since, Instant until)
    {
        var last = until.InZone(zone).Date;
        for (var date = since.InZone(zone).Date; date <= last; date = date.PlusDays(1))
            if (ScheduleBoundaries.FirstMomentOf(zone, date.At(end.ClockTime)) is var due && since < due && due <= until && period.HoldsOn(date))
                return true;
        return false;
    }
}
