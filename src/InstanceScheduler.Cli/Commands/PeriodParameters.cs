using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>What describes a period.</summary>
internal static class PeriodParameters
{
    public static IReadOnlyList<Parameter> All =>
    [
        new TextParameter(ConfigAttributes.Name, "--name", "Name of the period", "name", isRequired: true),
        new TextParameter(ConfigAttributes.Description, "--description", "What it is for", "text"),
        new TextParameter(ConfigAttributes.BeginTime, "--begintime", "When instances start, HH:MM", "time"),
        new TextParameter(ConfigAttributes.EndTime, "--endtime", "When instances stop, HH:MM; before the begin: on the next day", "time"),
        new TextParameter(ConfigAttributes.Weekdays, "--weekdays", "Days of the week: mon-fri, sat, mon#1 (first Monday), friL (last Friday); workday, weekend, holiday", "list"),
        new TextParameter(ConfigAttributes.MonthDays, "--monthdays", "Days of the month: 1-7,15, L (last day), 15W (nearest working day)", "list"),
        new TextParameter(ConfigAttributes.Months, "--months", "Months: jan, feb-apr, 1/3 (each third month)", "list"),
        new TextParameter(ConfigAttributes.From, "--from", "First date, yyyy-mm-dd", "date"),
        new TextParameter(ConfigAttributes.Until, "--until", "Last date, yyyy-mm-dd", "date"),
        new TextParameter(ConfigAttributes.Years, "--years", "Years: 2026, 2027-2029", "list"),
        new TextParameter(ConfigAttributes.Calendar, "--calendar", "What tells its holidays and make-up days: cn, a calendar of your own, or none. Default: the schedule's", "name", values: ["cn", "none"]),
    ];
}
