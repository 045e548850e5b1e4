using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Periods;

namespace InstanceScheduler.Core.Linting;

/// <summary>Finds calendars that nobody uses or that change nothing, and periods that ask for holidays where no calendar tells them.</summary>
internal static class CalendarLint
{
    public static IEnumerable<LintFinding> Check(IReadOnlyList<ConfigItem> items, SchedulerConfiguration configuration) =>
        items.Where(item => item.Type == ConfigTypes.Calendar).SelectMany(item => Check(item, items))
            .Concat(configuration.Schedules.Values.SelectMany(schedule => schedule.Periods.Select(used => (used.Period, Schedule: schedule.Name)))
                .Where(used => IsWithoutHolidays(used.Period)).Select(used => Warning(ConfigTypes.Period, used.Period.Name, ConfigAttributes.Weekdays,
                    $"\"{used.Period.Weekdays}\" asks for holidays, and schedule \"{used.Schedule}\" has no calendar that tells them", "set calendar in the schedule or the period, to cn for example")))
            .Concat(configuration.Periods.Values.Where(period => period.Calendar is not null && !DependsOnCalendar(period)).Select(period => Warning(
                ConfigTypes.Period, period.Name, ConfigAttributes.Calendar,
                $"calendar \"{period.Calendar}\" changes nothing: a calendar is about weekdays, and about monthdays with W", "name weekdays, such as mon-fri, or leave the calendar out")));

    private static IEnumerable<LintFinding> Check(ConfigItem item, IReadOnlyList<ConfigItem> items)
    {
        if (!BuiltInCalendars.Has(item.Name) && CalendarUse.UsersOf(item.Name, items).IsEmpty)
            yield return Warning(item.Type, item.Name, field: null, "no schedule, period or calendar uses it", "name it in one, or delete it");
        var attributes = new AttributeReader(item);
        if (attributes.IsEmpty(ConfigAttributes.Holidays) && attributes.IsEmpty(ConfigAttributes.Workdays) && attributes.IsEmpty(ConfigAttributes.Extends))
            yield return Warning(item.Type, item.Name, field: null, "it has no days, so every week is a plain one", "list its holidays and workdays, or delete it");
    }

    private static bool IsWithoutHolidays(Period period) =>
        period.Weekdays is { AsksForHolidays: true } && period.Calendar is null or { IsEmpty: true };

    private static bool DependsOnCalendar(Period period) =>
        period.Calendar == WorkdayCalendar.None || period.Weekdays is { DependsOnCalendar: true } || period.MonthDays is { DependsOnCalendar: true };

    private static LintFinding Warning(string type, string name, string? field, string text, string remedy) =>
        new(LintSeverity.Warning, $"{type} \"{name}\"", field, text, remedy);
}
