using System.Collections.Immutable;
using InstanceScheduler.Core.Periods;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using NodaTime.TimeZones;

namespace InstanceScheduler.Core.Usage;

/// <summary>Tells when a schedule keeps instances running, date by date in its own zone.</summary>
/// <remarks>
/// A date is judged by itself: an interval begins when a period starts to run and ends when none does; a stretch without a
/// wish ends nothing. Times are elapsed time, so a date on which clocks change has 23 or 25 hours.
/// </remarks>
public static class UsageCalculator
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private static readonly ZoneLocalMappingResolver FirstMoment =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Usage of each date from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <exception cref="ArgumentException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    public static IEnumerable<DailyUsage> Between(Schedule schedule, LocalDate first, LocalDate last)
    {
        if (last < first)
            throw new ArgumentException("stop_date must be equal or later than start_date", nameof(last));
        return Dates();

        IEnumerable<DailyUsage> Dates()
        {
            for (var date = first; date <= last; date = date.PlusDays(1))
                yield return On(schedule, date);
        }
    }

    /// <summary>Usage of one date.</summary>
    public static DailyUsage On(Schedule schedule, LocalDate date)
    {
        var zone = schedule.Zone;
        var endOfDate = StartOf(zone, date.PlusDays(1));
        var intervals = ImmutableArray.CreateBuilder<UsageInterval>();
        (Instant At, string Period)? running = null;
        foreach (var moment in Boundaries(schedule, date))
        {
            var outcome = schedule.Override is null
                ? ScheduleEvaluator.EvaluatePeriods(schedule, moment)
                : ScheduleEvaluator.Evaluate(schedule, moment);
            if (outcome.State == DesiredState.Running)
                running ??= (moment, outcome.Period!);
            else if (outcome.State == DesiredState.Stopped && running is { } ended)
            {
                var bridged = ScheduleEvaluator.Evaluate(schedule, moment).State == DesiredState.Running;
                Close(ended, bridged ? moment + Minute : moment);
                running = null;
            }
        }

        if (running is { } open)
            Close(open, endOfDate);
        return new DailyUsage(date, intervals.ToImmutable());

        void Close((Instant At, string Period) begin, Instant end) =>
            intervals.Add(new UsageInterval(begin.Period, begin.At.InZone(zone), end.InZone(zone)));
    }

    // Everything a wish can change at: midnight, begins and ends (both of them where the clock shows a time twice), clock changes.
    // A clock that goes back over midnight shows times of the date before again, so its neighbours are looked at too.
    private static SortedSet<Instant> Boundaries(Schedule schedule, LocalDate date)
    {
        var zone = schedule.Zone;
        var start = StartOf(zone, date);
        var end = StartOf(zone, date.PlusDays(1));
        var moments = new SortedSet<Instant>();
        if (start == end)
            return moments;
        moments.Add(start);
        foreach (var interval in zone.GetZoneIntervals(start, end))
            Add(interval.HasStart ? interval.Start : start);
        foreach (var time in schedule.Periods.SelectMany(Times))
            foreach (var day in (LocalDate[])[date.PlusDays(-1), date, date.PlusDays(1)])
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

    // A midnight that the clock skips is the moment after the gap; a date that is skipped as a whole has no length.
    private static Instant StartOf(DateTimeZone zone, LocalDate date) => zone.ResolveLocal(date.AtMidnight(), FirstMoment).ToInstant();

    private static IEnumerable<TimeOfDay> Times(SchedulePeriod period)
    {
        if (period.Period.Begin is { } begin)
            yield return begin;
        if (period.Period.End is { } end && end != TimeOfDay.EndOfDay)
            yield return end;
    }
}
