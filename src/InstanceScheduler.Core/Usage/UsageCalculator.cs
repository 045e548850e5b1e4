using System.Collections.Immutable;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Usage;

/// <summary>Tells when a schedule keeps instances running, date by date in its own zone.</summary>
/// <remarks>
/// A date is judged by itself: an interval begins when a period starts to run, or with the date, and ends when none does, or with
/// the date, so that a period over midnight has one on each of two dates; a stretch without a wish ends nothing. Times are elapsed time, so a date on which clocks change has 23 or 25 hours.
/// </remarks>
public static class UsageCalculator
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

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
        var endOfDate = ScheduleBoundaries.StartOf(zone, date.PlusDays(1));
        var intervals = ImmutableArray.CreateBuilder<UsageInterval>();
        (Instant At, string Period)? running = null;
        foreach (var moment in ScheduleBoundaries.Of(schedule, date))
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
}
