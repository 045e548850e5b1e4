using InstanceScheduler.Core.Calendars;
using NodaTime;

namespace InstanceScheduler.Core.Periods;

/// <summary>Dates outside which a period does not hold: <c>from</c>, <c>until</c> and <c>years</c> of its item.</summary>
/// <param name="From">First date on which it can begin, included; null: no such limit.</param>
/// <param name="Until">Last date on which it can begin, included; null: no such limit.</param>
/// <param name="Years">Years in which it can begin; null: all.</param>
public sealed record DateLimits(LocalDate? From, LocalDate? Until, YearExpression? Years)
{
    /// <summary>First date that can lie within.</summary>
    public LocalDate First => LocalDate.Max(From ?? new LocalDate(DateRange.FirstYear, 1, 1), new LocalDate(Years?.First ?? DateRange.FirstYear, 1, 1));

    /// <summary>Last date that can lie within; before the first where none can.</summary>
    public LocalDate Last => LocalDate.Min(Until ?? new LocalDate(DateRange.LastYear, 12, 31), new LocalDate(Years?.Last ?? DateRange.LastYear, 12, 31));

    /// <summary>Whether a date lies within.</summary>
    public bool Contains(LocalDate date) =>
        (From is not { } from || from <= date) && (Until is not { } until || date <= until) && (Years is null || Years.Contains(date.Year));
}
