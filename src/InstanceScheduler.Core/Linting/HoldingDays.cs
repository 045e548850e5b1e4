using System.Collections;
using InstanceScheduler.Core.Periods;
using NodaTime;
using Period = NodaTime.Period;
using ScheduledPeriod = InstanceScheduler.Core.Periods.Period;

namespace InstanceScheduler.Core.Linting;

/// <summary>The dates on which periods hold, out of 28 years: after those, weekdays and leap years come round again.</summary>
/// <remarks>Periods with dates of their own are looked at between these, however far away.</remarks>
internal sealed class HoldingDays
{
    private const int Years = 28;

    private static readonly LocalDate Start = new(2024, 1, 1);
    private static readonly int Count = Period.DaysBetween(Start, Start.PlusYears(Years));

    private readonly Dictionary<ScheduledPeriod, BitArray> _known = [];

    /// <summary>Whether a period ever holds.</summary>
    public bool HasAny(ScheduledPeriod period) => period.Dates is { } dates ? Within(dates).Any(period.HoldsOn) : Of(period).HasAnySet();

    /// <summary>A date on which one period holds, and the other does so many days later; null when there is none.</summary>
    public LocalDate? FindCommon(ScheduledPeriod period, ScheduledPeriod other, int daysLater = 0)
    {
        if (period.Dates is { } dates)
            return First(Within(dates), date => period.HoldsOn(date) && other.HoldsOn(date.PlusDays(daysLater)));
        if (other.Dates is { } later)
            return First(Within(later), date => other.HoldsOn(date) && period.HoldsOn(date.PlusDays(-daysLater)))?.PlusDays(-daysLater);
        var (one, another) = (Of(period), Of(other));
        for (var day = 0; day < Count - daysLater; day++)
            if (one[day] && another[day + daysLater])
                return Start.PlusDays(day);
        return null;
    }

    private static IEnumerable<LocalDate> Within(DateLimits dates)
    {
        for (var date = dates.First; date <= dates.Last; date = date.PlusDays(1))
            yield return date;
    }

    private static LocalDate? First(IEnumerable<LocalDate> dates, Func<LocalDate, bool> isMeant)
    {
        foreach (var date in dates)
            if (isMeant(date))
                return date;
        return null;
    }

    private BitArray Of(ScheduledPeriod period)
    {
        if (_known.TryGetValue(period, out var known))
            return known;
        var days = new BitArray(Count);
        for (var day = 0; day < Count; day++)
            days[day] = period.HoldsOn(Start.PlusDays(day));
        return _known[period] = days;
    }
}
