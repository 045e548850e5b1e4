using System.CommandLine;
using InstanceScheduler.Cli.ConfigFiles;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Shows what an import of a file would do.</summary>
internal sealed class DiffCommand(CommandServices services)
{
    private readonly DiffOptions _options = new();

    public Command Build()
    {
        var command = new CliCommand("diff", "Show what an import would change; exit code 1 when it would change something",
            "diff configuration.yaml --stack InstanceScheduler",
            "diff configuration.yaml --stack InstanceScheduler --delete")
            .With(_options.All).With(services.Common.Reaching);
        command.Add(_options.File);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var wanted = ConfigFileReader.Read(parsed.GetRequiredValue(_options.File), services.Terminal.Input);
        using var function = await services.OpenAsync(parsed, cancellationToken);
        var changes = _options.Of(parsed, await ExportCommand.ReadAsync(function, services.Terminal, cancellationToken), wanted);
        DiffText.Write(services.Terminal.Styled(), changes);
        await services.Terminal.Output.WriteLineAsync($"{function.Place}: {DiffText.Summary(changes)}");
        return changes.Any(change => change.IsDone) ? ExitCode.No : ExitCode.Done;
    }
}
