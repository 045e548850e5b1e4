using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Keeps instances running or stopped for a while.</summary>
internal sealed class OverrideCommand(CommandServices services)
{
    private static readonly IReadOnlyList<Parameter> Parameters =
    [
        new TextParameter(ConfigAttributes.Schedule, "--schedule", "All instances of this schedule, in the place of one instance", "name"),
        new TextParameter(ConfigAttributes.Account, "--account", "All instances of this account; beside an instance or a schedule: only there", "id"),
        new TextParameter(ParameterNames.For, "--for", "How long: 90m, 4h, 2d", "length"),
        new TextParameter(ConfigAttributes.Until, "--until", "Until when: 2026-11-25T22:00 in the default time zone, or with an offset; a date is included", "moment"),
        new TextParameter(ConfigAttributes.Begin, "--begin", "From when on. Default: now", "moment"),
        new TextParameter(ConfigAttributes.Reason, "--reason", "Why, for people", "text"),
        new TextParameter(ConfigAttributes.Service, "--service", "Only this service", "ec2|rds", values: ["ec2", "rds"]),
        new TextParameter(ConfigAttributes.Region, "--region-filter", "Only this region (--region is the stack's)", "region"),
        new TextParameter(ConfigAttributes.CreatedBy, "--by", "Who wants it, for people. Default: the user of this machine", "name"),
        new TextParameter(ConfigAttributes.Name, "--name", "Name of the override. Default: made of what it is about and the time", "name"),
    ];

    private readonly Argument<string?> _instance = new("instance") { Description = "Id of an EC2 instance, or name of a database", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _running = new("--running") { Description = "Keep them running", Arity = ArgumentArity.Zero };
    private readonly Option<bool> _stopped = new("--stopped") { Description = "Keep them stopped", Arity = ArgumentArity.Zero };

    public Command Build()
    {
        var command = new CliCommand("override", "Keep instances running or stopped for a while, whatever their schedules say",
            "override i-0123456789abcdef0 --running --for 4h --reason \"release night\" --stack InstanceScheduler",
            "override --schedule cn-office --stopped --begin 2027-02-05 --until 2027-02-12 --stack InstanceScheduler",
            "override --account 123456789012 --running --until 2026-11-25T22:00 --service rds --stack InstanceScheduler")
            .With(_running, _stopped).With(Parameters.SelectMany(parameter => parameter.Options)).With(services.Common.Reaching).With(services.Common.Printing);
        command.Add(_instance);
        command.Validators.Add(CheckState);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var writer = services.Writer(parsed);
        var values = new JsonObject { [ConfigAttributes.State] = parsed.GetValue(_running) ? "running" : "stopped" };
        if (parsed.GetValue(_instance) is { } instance)
            values[ConfigAttributes.Instance] = instance;
        if (services.Terminal.User is { } user)
            values[ConfigAttributes.CreatedBy] = user;
        foreach (var parameter in Parameters)
            parameter.Add(parsed, values, onlyGiven: true);
        using var function = await services.OpenAsync(parsed, cancellationToken);
        writer.Write(await function.CallAsync(ActionNames.CreateOverride, values, cancellationToken), shape: null);
        return ExitCode.Done;
    }

    private void CheckState(CommandResult command)
    {
        if (command.GetValue(_running) == command.GetValue(_stopped))
            command.AddError($"Give {_running.Name} or {_stopped.Name}, and not both");
    }
}
