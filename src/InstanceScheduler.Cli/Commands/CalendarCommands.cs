using System.CommandLine;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Creating, changing, deleting, describing and importing calendars.</summary>
internal static class CalendarCommands
{
    private const string Stack = "--stack InstanceScheduler";

    public static IEnumerable<Command> All(CommandServices services) =>
    [
        new ActionCommand(services, ActionNames.CreateCalendar, CalendarParameters.All).Build(
            "Create a calendar of holidays and make-up days",
            $"create-calendar {Stack} --name plant --extends cn --holidays 2026-08-03/2026-08-07 --workdays 2026-02-23",
            $"create-calendar {Stack} --name release --holidays 2026-12-24,2026-12-31"),
        ItemCommands.Update(services, ActionNames.UpdateCalendar, CalendarParameters.All,
            "Replace a calendar, or with --patch change what is named of it",
            $"update-calendar {Stack} --name plant --extends cn --holidays 2026-08-03/2026-08-14",
            $"update-calendar {Stack} --name plant --workdays \"\" --patch"),
        ItemCommands.Delete(services, ActionNames.DeleteCalendar, "calendar",
            "Delete a calendar that nothing uses",
            $"delete-calendar {Stack} --name plant"),
        new ActionCommand(services, ActionNames.DescribeCalendars,
        [
            new TextParameter(ConfigAttributes.Name, "--name", "Name of the one calendar to show. Default: all, the built-in ones too", "name"),
            new TextParameter(ParameterNames.Year, "--year", "Show only the days of this year", "year"),
            new GivenFlag(ParameterNames.Versions, FlagParameter.Flag("Show the version of each, for --if-version", "--versions")),
        ])
        .Build(
            "Show calendars",
            $"describe-calendars {Stack} --name cn --year 2026 --output yaml",
            $"describe-calendars {Stack} --query \"Calendars[?!BuiltIn].Name\""),
        new ImportCalendarCommand(services).Build(),
    ];
}
