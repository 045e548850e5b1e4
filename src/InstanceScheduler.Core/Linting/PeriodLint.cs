using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Periods;

namespace InstanceScheduler.Core.Linting;

/// <summary>Finds periods that nobody uses, that never hold or always do, and times that are off by a minute.</summary>
internal static class PeriodLint
{
    private static readonly TimeOfDay Midnight = new(0);
    private static readonly TimeOfDay LastMinute = new(23 * 60 + 59);

    // The stack brings them, used or not.
    private static readonly string[] Samples = ["working-days", "weekends", "office-hours", "first-monday-in-quarter"];

    public static IEnumerable<LintFinding> Check(IReadOnlyList<ConfigItem> items, SchedulerConfiguration configuration, HoldingDays days)
    {
        var schedules = items.Where(item => item.Type == ConfigTypes.Schedule).ToList();
        var used = schedules.SelectMany(schedule => PeriodUse.PeriodsOf(schedule)).ToHashSet(StringComparer.Ordinal);
        foreach (var item in items.Where(item => item.Type == ConfigTypes.Period))
        {
            if (!used.Contains(item.Name) && !Samples.Contains(item.Name, StringComparer.Ordinal))
                yield return Warning(item.Name, field: null, "no schedule uses it", "name it in a schedule, or delete it");
            if (configuration.Periods.TryGetValue(item.Name, out var period))
                foreach (var finding in Check(period, configuration, days))
                    yield return finding;
        }
    }

    private static IEnumerable<LintFinding> Check(Period period, SchedulerConfiguration configuration, HoldingDays days)
    {
        if (period is { Begin: null, End: null, Weekdays: null, MonthDays: null, Months: null, Dates: null })
            yield return Warning(period.Name, field: null, "it has no condition, so it runs always", "give it times or days, or use override_status in its schedules");
        if (period.Begin is { } begin && begin == period.End)
            yield return Warning(period.Name, ConfigAttributes.EndTime, $"{begin} is its begin and its end, so it never runs", "let it end later; 24:00 is the end of the day");
        if (!AsUsed(period, configuration).Any(days.HasAny))
            yield return Warning(
                period.Name, FieldOf(period), $"no date has all of {Conditions(period)}, so it never holds", "correct the days or the months");
        if (period.Begin == Midnight && period.End == LastMinute && UsersWithoutOthers(period, configuration) is { Length: > 0 } users)
            yield return Warning(
                period.Name, ConfigAttributes.EndTime, $"23:59 is not the end of the day: {users} stops in its last minute and starts again", "write 24:00");
    }

    // The calendar may be the schedule's. Where none tells holidays, that is said of it.
    private static IEnumerable<Period> AsUsed(Period period, SchedulerConfiguration configuration) => period.Weekdays is { AsksForHolidays: true } && period.Calendar is null
        ? configuration.Schedules.Values.SelectMany(schedule => schedule.Periods).Select(used => used.Period).Where(used => used.Name == period.Name)
            .Append(period with { Weekdays = null })
        : [period];

    // Beside another period the minute is bridged.
    private static string UsersWithoutOthers(Period period, SchedulerConfiguration configuration) => string.Join(", ", configuration.Schedules.Values
        .Where(schedule => schedule.Periods is [var only] && only.Period.Name == period.Name)
        .Select(schedule => $"schedule \"{schedule.Name}\"")
        .Order(StringComparer.Ordinal));

    private static string FieldOf(Period period) =>
        period.Dates is not null ? ConfigAttributes.Until : period.MonthDays is not null ? ConfigAttributes.MonthDays : period.Weekdays is not null ? ConfigAttributes.Weekdays : ConfigAttributes.Months;

    private static string Conditions(Period period) => string.Join(" and ",
        new[] { period.Weekdays, period.MonthDays, period.Months }.Where(condition => condition is not null).Select(condition => $"{condition!.Field.Name} {condition}")
        .Concat(Conditions(period.Dates)));

    private static IEnumerable<string> Conditions(DateLimits? dates)
    {
        if (dates?.From is { } from)
            yield return $"{ConfigAttributes.From} {new DateRange(from, from)}";
        if (dates?.Until is { } until)
            yield return $"{ConfigAttributes.Until} {new DateRange(until, until)}";
        if (dates?.Years is { } years)
            yield return $"{ConfigAttributes.Years} {years}";
    }

    private static LintFinding Warning(string name, string? field, string text, string remedy) =>
        new(LintSeverity.Warning, $"{ConfigTypes.Period} \"{name}\"", field, text, remedy);
}
