using InstanceScheduler.Core.Periods;
using NodaTime;
using NodaTime.TimeZones;

namespace InstanceScheduler.Core.Schedules;

/// <summary>The moments of a date at which the periods of a schedule can come to want something else.</summary>
internal static class ScheduleBoundaries
{
    private static readonly ZoneLocalMappingResolver FirstMoment =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Midnight, begins and ends (both of them where the clock shows a time twice), clock changes; none for a date that has no length.</summary>
    /// <remarks>A clock that goes back over midnight shows times of the date before again, so beside a change the neighbours are looked at too.</remarks>
    public static SortedSet<Instant> Of(Schedule schedule, LocalDate date)
    {
        var zone = schedule.Zone;
        var start = StartOf(zone, date);
        var end = StartOf(zone, date.PlusDays(1));
        var moments = new SortedSet<Instant>();
        if (start == end)
            return moments;
        moments.Add(start);
        var neighbours = 0;
        foreach (var interval in zone.GetZoneIntervals(start, end))
            if (interval.HasStart && interval.Start > start)
            {
                moments.Add(interval.Start);
                neighbours = 1;
            }

        foreach (var time in schedule.Periods.SelectMany(Times))
            for (var day = date.PlusDays(-neighbours); day <= date.PlusDays(neighbours); day = day.PlusDays(1))
            {
                var mapping = zone.MapLocal(day.At(time.ClockTime));
                if (mapping.Count == 0)
                    continue;
                Add(mapping.First().ToInstant());
                Add(mapping.Last().ToInstant());
            }

        return moments;

        void Add(Instant moment)
        {
            if (moment > start && moment < end)
                moments.Add(moment);
        }
    }

    /// <summary>First moment of a date; of one that is skipped as a whole that of the next.</summary>
    public static Instant StartOf(DateTimeZone zone, LocalDate date) => FirstMomentOf(zone, date.AtMidnight());

    /// <summary>The moment of a local time: the first where the clock shows it twice, the one after the gap where it is skipped.</summary>
    public static Instant FirstMomentOf(DateTimeZone zone, LocalDateTime local) => zone.ResolveLocal(local, FirstMoment).ToInstant();

    private static IEnumerable<TimeOfDay> Times(SchedulePeriod period)
    {
        if (period.Period.Begin is { } begin)
            yield return begin;
        if (period.Period.End is { } end && end != TimeOfDay.EndOfDay)
            yield return end;
    }
}
