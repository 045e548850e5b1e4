using System.Globalization;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Periods;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using NodaTime.Text;
using Period = InstanceScheduler.Core.Periods.Period;

namespace InstanceScheduler.Core.Linting;

/// <summary>Finds periods of one schedule that get into each other's way: overlaps, gaps of some minutes, ends that never stop anything.</summary>
internal static class PeriodPairLint
{
    // One minute is bridged; nobody stops a machine for five.
    private const int LongestSlip = 5;

    private static readonly int Day = TimeOfDay.EndOfDay.Minutes;

    public static IEnumerable<LintFinding> Check(Schedule schedule, HoldingDays days)
    {
        for (var first = 0; first < schedule.Periods.Length; first++)
            for (var second = 0; second < schedule.Periods.Length; second++)
            {
                if (first == second)
                    continue;
                var (one, other) = (schedule.Periods[first], schedule.Periods[second]);
                if (first < second && Overlap(one, other, days) is { } overlap)
                    yield return Warning(schedule, overlap, "leave one out, or let one begin where the other ends");
                if (Gap(one.Period, other.Period, days) is { } gap)
                    yield return Warning(schedule, gap, "let one end where the other begins");
                if (HiddenStop(one.Period, other.Period, days) is { } hidden)
                    yield return Warning(schedule, hidden, "write one period with begintime and endtime");
            }
    }

    // Of two with different types the later begin decides: that is what they are for.
    private static string? Overlap(SchedulePeriod one, SchedulePeriod other, HoldingDays days)
    {
        if (one.InstanceType != other.InstanceType || Begin(one.Period) is not { } begin || Begin(other.Period) is not { } otherBegin)
            return null;
        var (from, to, otherFrom, otherTo) = (begin.Minutes, EndOf(one.Period), otherBegin.Minutes, EndOf(other.Period));
        var sameDay = one.Period.Name == other.Period.Name || (from < otherTo && otherFrom < to) ? days.FindCommon(one.Period, other.Period) : null;
        // One that runs over midnight may meet the other on the day after.
        var date = sameDay
            ?? (otherFrom + Day < to ? days.FindCommon(one.Period, other.Period, daysLater: 1) : null)
            ?? (from + Day < otherTo ? days.FindCommon(other.Period, one.Period, daysLater: 1) : null);
        return date is { } common ? $"{Named(one.Period)} and {Named(other.Period)} overlap{On(common)}" : null;
    }

    private static string? Gap(Period one, Period other, HoldingDays days)
    {
        if (one.End is null || one.Begin is null || Begin(other) is not { } begin)
            return null;
        var daysLater = Math.Max(0, (EndOf(one) - begin.Minutes + Day) / Day);
        var minutes = begin.Minutes + daysLater * Day - EndOf(one);
        return minutes is > 1 and <= LongestSlip && days.FindCommon(one, other, daysLater) is { } date
            ? $"{Named(one)} ends {minutes.ToString(CultureInfo.InvariantCulture)} minutes before {Named(other)} begins, and everything is stopped in between{On(date)}"
            : null;
    }

    // A one-sided period has no wish before its time, and that hides the stops of the others; and running wins over an end alone.
    private static string? HiddenStop(Period oneSided, Period other, HoldingDays days)
    {
        if (oneSided is { Begin: not null, End: null } && other is { Begin: null, End: not null })
            return days.FindCommon(oneSided, other) is { } date
                ? $"{Named(oneSided)} has only a begin and {Named(other)} only an end, which never stops what the other keeps running{On(date)}"
                : null;
        if ((oneSided.Begin is null) == (oneSided.End is null) || other.Begin is null || other.End is not { } end)
            return null;
        var time = oneSided.Begin ?? oneSided.End!.Value;
        var found = other.EndsNextDay ? days.FindCommon(other, oneSided, daysLater: 1) : days.FindCommon(oneSided, other);
        return end < time && found is { } day
            ? $"the end of {Named(other)} at {end} stops nothing, since {Named(oneSided)} has no wish before {time}{On(day)}"
            : null;
    }

    // When a period begins to run; null for one that never does.
    private static TimeOfDay? Begin(Period period) => (period.Begin, period.End) switch
    {
        (null, null) => new TimeOfDay(0),
        ({ } begin, { } end) when begin == end => null,
        var (begin, _) => begin,
    };

    // Minutes since the midnight at which the day of its begin began.
    private static int EndOf(Period period) => (period.End ?? TimeOfDay.EndOfDay).Minutes + (period.EndsNextDay ? Day : 0);

    private static string Named(Period period) => $"period \"{period.Name}\"";

    private static string On(LocalDate date) => $" (on {LocalDatePattern.Iso.Format(date)}, for example)";

    private static LintFinding Warning(Schedule schedule, string text, string remedy) =>
        new(LintSeverity.Warning, $"{ConfigTypes.Schedule} \"{schedule.Name}\"", ConfigAttributes.Periods, text, remedy);
}
