using System.Collections.Immutable;
using InstanceScheduler.Core.Calendars;
using NodaTime;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Finds calendars that are in use and have no days for what comes.</summary>
public static class CalendarEnds
{
    /// <summary>Days before the first one without data from which on the end is told.</summary>
    public const int NoticeDays = 60;

    /// <summary>A problem for each calendar that ends soon, or has ended, with the schedules that use it. The text does not change from day to day.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="instant">Now; each schedule looks at its own date.</param>
    public static ImmutableArray<ConfigurationProblem> Soon(SchedulerConfiguration configuration, Instant instant)
    {
        Dictionary<WorkdayCalendar, SortedSet<string>>? ending = null;
        foreach (var schedule in configuration.Schedules.Values)
            foreach (var (period, _) in schedule.Periods)
                if (period.Calendar is { FirstDayWithoutData: { } end } calendar && instant.InZone(schedule.Zone).Date >= end.PlusDays(-NoticeDays))
                {
                    ending ??= [];
                    if (!ending.TryGetValue(calendar, out var users))
                        ending[calendar] = users = new SortedSet<string>(StringComparer.Ordinal);
                    users.Add(schedule.Name);
                }

        return ending is null ? [] : [.. ending.OrderBy(end => end.Key.Name, StringComparer.Ordinal).Select(end => Problem(end.Key, end.Value))];
    }

    private static ConfigurationProblem Problem(WorkdayCalendar calendar, SortedSet<string> schedules)
    {
        var first = calendar.FirstDayWithoutData!.Value;
        return new ConfigurationProblem($"{ConfigTypes.Calendar} \"{calendar.Name}\"", Field: null,
            $"it has no days from {first.Year} on, so that every week is a plain one then for {string.Join(", ", schedules.Select(name => $"schedule \"{name}\""))}; "
            + $"add them with import-calendar or update-calendar{(BuiltInCalendars.Has(calendar.Name) ? ", or install a version of the scheduler that has them" : "")}");
    }
}
