using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Core.Usage;

/// <summary>The running intervals of a schedule on one of its local dates.</summary>
/// <param name="Date">Date on the schedule's calendar.</param>
/// <param name="Intervals">Intervals in order of time, not overlapping.</param>
public sealed record DailyUsage(LocalDate Date, ImmutableArray<UsageInterval> Intervals)
{
    /// <summary>Sum of the intervals' seconds.</summary>
    public long BillingSeconds => Intervals.Sum(interval => interval.BillingSeconds);

    /// <summary>Sum of the intervals' started hours.</summary>
    public long BillingHours => Intervals.Sum(interval => interval.BillingHours);
}
