using System.Collections;
using NodaTime;
using ScheduledPeriod = InstanceScheduler.Core.Periods.Period;

namespace InstanceScheduler.Core.Linting;

/// <summary>The dates on which periods hold, out of 28 years: after those, weekdays and leap years come round again.</summary>
internal sealed class HoldingDays
{
    private const int Years = 28;

    private static readonly LocalDate First = new(2024, 1, 1);
    private static readonly int Count = Period.DaysBetween(First, First.PlusYears(Years));

    private readonly Dictionary<ScheduledPeriod, BitArray> _known = [];

    /// <summary>Whether a period ever holds.</summary>
    public bool HasAny(ScheduledPeriod period) => Of(period).HasAnySet();

    /// <summary>A date on which one period holds, and the other does so many days later; null when there is none.</summary>
    public LocalDate? FindCommon(ScheduledPeriod period, ScheduledPeriod other, int daysLater = 0)
    {
        var (one, another) = (Of(period), Of(other));
        for (var day = 0; day < Count - daysLater; day++)
            if (one[day] && another[day + daysLater])
                return First.PlusDays(day);
        return null;
    }

    private BitArray Of(ScheduledPeriod period)
    {
        if (_known.TryGetValue(period, out var known))
            return known;
        var days = new BitArray(Count);
        for (var day = 0; day < Count; day++)
            days[day] = period.HoldsOn(First.PlusDays(day));
        return _known[period] = days;
    }
}
