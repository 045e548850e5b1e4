using System.CommandLine;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Making, describing and cancelling overrides.</summary>
internal static class OverrideCommands
{
    private const string Stack = "--stack InstanceScheduler";

    public static IEnumerable<Command> All(CommandServices services) =>
    [
        new OverrideCommand(services).Build(),
        new ActionCommand(services, ActionNames.DescribeOverrides,
        [
            new GivenFlag(ParameterNames.All, FlagParameter.Flag("Show those that have ended too, as long as they are there", "--all")),
        ])
        .Build(
            "Show overrides that hold or will, and what is left of them",
            $"describe-overrides {Stack} --output table",
            $"describe-overrides {Stack} --query \"Overrides[?Status=='holds'].[Name, State, TimeLeft, Reason]\""),
        new ActionCommand(services, ActionNames.CancelOverride,
        [
            new TextParameter(ConfigAttributes.Name, "--name", "Name of the override", "name", isRequired: true, shortOption: "-n"),
        ])
        .Build(
            "Cancel an override: schedules decide again from the next run on",
            $"cancel-override {Stack} --name i-0123456789abcdef0-20261125T120000Z"),
    ];
}
