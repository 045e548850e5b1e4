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
        new TextParameter(ConfigAttributes.EndTime, "--endtime", "When instances stop, HH:MM", "time"),
        new TextParameter(ConfigAttributes.Weekdays, "--weekdays", "Days of the week: mon-fri, sat, mon#1 (first Monday), friL (last Friday)", "list"),
        new TextParameter(ConfigAttributes.MonthDays, "--monthdays", "Days of the month: 1-7,15, L (last day), 15W (nearest working day)", "list"),
        new TextParameter(ConfigAttributes.Months, "--months", "Months: jan, feb-apr, 1/3 (each third month)", "list"),
    ];
}
