using System.CommandLine;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Creating, changing, deleting and describing periods and schedules.</summary>
internal static class ItemCommands
{
    private const string Stack = "--stack InstanceScheduler";

    public static IEnumerable<Command> All(CommandServices services) =>
    [
        new ActionCommand(services, ActionNames.CreatePeriod, PeriodParameters.All).Build(
            "Create a period",
            $"create-period {Stack} --name team-hours --begintime 09:00 --endtime 18:00 --weekdays mon-fri",
            $"create-period {Stack} --name month-end --monthdays L --begintime 06:00",
            $"create-period {Stack} --name night-shift --begintime 22:00 --endtime 06:00 --weekdays workday --calendar cn"),
        Update(services, ActionNames.UpdatePeriod, PeriodParameters.All,
            "Replace a period, or with --patch change what is named of it",
            $"update-period {Stack} --name office-hours --begintime 08:00 --endtime 18:00 --weekdays mon-fri",
            $"update-period {Stack} --name office-hours --begintime 08:30 --patch",
            $"update-period {Stack} --name office-hours --months \"\" --patch"),
        Delete(services, ActionNames.DeletePeriod, "period",
            "Delete a period that no schedule uses",
            $"delete-period {Stack} --name office-hours"),
        Describe(services, ActionNames.DescribePeriods, "period",
            "Show periods",
            $"describe-periods {Stack} --output table",
            $"describe-periods {Stack} --name office-hours",
            $"describe-periods {Stack} --query \"Periods[?contains(Weekdays || `[]`, 'mon-fri')].Name\""),
        new ActionCommand(services, ActionNames.CreateSchedule, ScheduleParameters.All).Build(
            "Create a schedule",
            $"create-schedule {Stack} --name cn-office --periods office-hours --timezone Asia/Shanghai --calendar cn",
            $"create-schedule {Stack} --name always-on --override-status running",
            $"create-schedule {Stack} --name build --periods office-hours@m5.large,nights@t3.medium --enforced --stop-new-instances false"),
        Update(services, ActionNames.UpdateSchedule, ScheduleParameters.All,
            "Replace a schedule, or with --patch change what is named of it",
            $"update-schedule {Stack} --name cn-office --periods office-hours,month-end --timezone Asia/Shanghai --retain-running",
            $"update-schedule {Stack} --name cn-office --override-status stopped --patch",
            $"update-schedule {Stack} --name cn-office --override-status \"\" --patch --if-version 3f1c0a9b7d52e864"),
        Delete(services, ActionNames.DeleteSchedule, "schedule",
            "Delete a schedule",
            $"delete-schedule {Stack} --name cn-office"),
        Describe(services, ActionNames.DescribeSchedules, "schedule",
            "Show schedules",
            $"describe-schedules {Stack} --output table",
            $"describe-schedules {Stack} --name cn-office --versions",
            $"describe-schedules {Stack} --query \"Schedules[?Enforced].[Name, Timezone]\""),
        new ActionCommand(services, ActionNames.DescribeScheduleUsage,
        [
            new TextParameter(ParameterNames.Name, "--name", "Name of the schedule", "name", isRequired: true),
            new TextParameter(ParameterNames.StartDate, "--startdate", "First day, yyyymmdd. Default: today", "date"),
            new TextParameter(ParameterNames.EndDate, "--enddate", "Last day, yyyymmdd. Default: the first", "date"),
        ])
        {
            Shape = UsageShape.Of,
        }.Build(
            "Show when a schedule would run instances, and how many hours that is",
            $"describe-schedule-usage {Stack} --name cn-office --startdate 20261123 --enddate 20261129 --output table",
            $"describe-schedule-usage {Stack} --name cn-office --query \"sum(Usage.*.BillingHours)\""),
    ];

    internal static Command Update(CommandServices services, string action, IReadOnlyList<Parameter> parameters, string description, params IReadOnlyList<string> examples)
    {
        var patch = FlagParameter.Flag("Change only what is named and keep the rest; an empty value (\"\") removes an attribute", "--patch");
        return new ActionCommand(services, action, [.. parameters, new GivenFlag(ParameterNames.Patch, patch), IfVersion]) { OnlyGiven = patch }.Build(description, examples);
    }

    internal static Command Delete(CommandServices services, string action, string kind, string description, params IReadOnlyList<string> examples) =>
        new ActionCommand(services, action, [new TextParameter(ConfigAttributes.Name, "--name", $"Name of the {kind}", "name", isRequired: true, shortOption: "-n"), IfVersion]).Build(description, examples);

    private static Command Describe(CommandServices services, string action, string kind, string description, params IReadOnlyList<string> examples) =>
        new ActionCommand(services, action,
        [
            new TextParameter(ConfigAttributes.Name, "--name", $"Name of the one {kind} to show. Default: all", "name"),
            new GivenFlag(ParameterNames.Versions, FlagParameter.Flag("Show the version of each, for --if-version", "--versions")),
        ])
        .Build(description, examples);

    internal static TextParameter IfVersion =>
        new(ParameterNames.IfVersion, "--if-version", "Refuse when it was changed since this version (describe with --versions)", "version");
}
