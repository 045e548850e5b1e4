using InstanceScheduler.Core.Calendars;
using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The days of some instances, taken together.</summary>
/// <param name="Name">Whose days they are.</param>
/// <param name="About">What they have in common; may be empty.</param>
/// <param name="Days">All days of the play, in order.</param>
internal sealed record YearMap(string Name, string About, IReadOnlyList<YearDay> Days)
{
    public Duration On => Sum(_ => true);

    public Duration Sum(Func<YearDay, bool> counts) => Days.Where(counts).Aggregate(Duration.Zero, (sum, day) => sum + day.On);

    /// <summary>Adds up the hours of instances, day by day, and asks the calendars that their schedules name.</summary>
    public static YearMap Of(string name, string about, SimulationReport report, ReportClock clock, IReadOnlyCollection<InstanceTimeline> instances)
    {
        ReportDay[] days = [.. clock.Days()];
        var on = new Duration[days.Length];
        foreach (var instance in instances)
        {
            AddTo(on, days, PowerSpans.Within(report.Start, report.End, instance.Spans));
        }

        WorkdayCalendar[] calendars = [.. instances.SelectMany(instance => instance.Calendars).DistinctBy(calendar => calendar.Name, StringComparer.Ordinal)];
        return new YearMap(name, about,
        [
            .. days.Zip(on, (day, hours) => new YearDay(
                day, hours, instances.Count == 0 ? 0 : hours / ((day.To - day.From) * instances.Count), DayMarks.Of(day.Date, calendars))),
        ]);
    }

    // Both are in order, so that each is gone through once.
    private static void AddTo(Duration[] on, ReportDay[] days, IReadOnlyList<PowerSpan> spans)
    {
        var at = 0;
        foreach (var span in spans)
        {
            while (at < days.Length && days[at].To <= span.From)
            {
                at++;
            }

            if (span.State is PowerState.Off or PowerState.Gone)
            {
                continue;
            }

            for (var day = at; day < days.Length && days[day].From < span.To; day++)
            {
                on[day] += Instant.Min(days[day].To, span.To) - Instant.Max(days[day].From, span.From);
            }
        }
    }
}
