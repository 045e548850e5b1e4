using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>What describes a calendar.</summary>
internal static class CalendarParameters
{
    public static IReadOnlyList<Parameter> All =>
    [
        new TextParameter(ConfigAttributes.Name, "--name", "Name of the calendar", "name", isRequired: true),
        new TextParameter(ConfigAttributes.Description, "--description", "What it is for", "text"),
        new TextParameter(ConfigAttributes.Holidays, "--holidays", "Days off: 2026-10-01, 2026-02-15/2026-02-23 (both ends are days off)", "list"),
        new TextParameter(ConfigAttributes.Workdays, "--workdays", "Make-up days: Saturdays and Sundays on which people work", "list"),
        new TextParameter(ConfigAttributes.Extends, "--extends", "A calendar whose days hold too, where these do not say otherwise", "name", values: ["cn"]),
    ];
}
