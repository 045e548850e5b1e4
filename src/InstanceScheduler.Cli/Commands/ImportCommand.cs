using System.CommandLine;
using InstanceScheduler.Cli.ConfigFiles;
using InstanceScheduler.Cli.Output;
using InstanceScheduler.Cli.Terminal;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Makes the table as a file says: shows the differences, asks, and writes each item under the version that was shown.</summary>
internal sealed class ImportCommand(CommandServices services)
{
    private readonly DiffOptions _options = new();
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask" };

    public Command Build()
    {
        var command = new CliCommand("import", "Make periods and schedules as a file says, after showing what changes",
            "import configuration.yaml --stack InstanceScheduler",
            "import configuration.yaml --stack InstanceScheduler --delete --yes")
            .With(_options.All).With(_yes).With(services.Common.Reaching);
        command.Add(_options.File);
        command.SetAction(RunAsync);
        return command;
    }

    private CliTerminal Terminal => services.Terminal;

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(_options.File);
        var asks = !parsed.GetValue(_yes);
        if (asks && (!Terminal.CanAsk || path == "-"))
            throw new CliException(ExitCode.Unusable, "Nobody can be asked here: look with diff, then add --yes.");
        var wanted = ConfigFileReader.Read(path, Terminal.Input);
        using var function = await services.OpenAsync(parsed, cancellationToken);
        var changes = _options.Of(parsed, await ExportCommand.ReadAsync(function, Terminal, cancellationToken), wanted);
        DiffText.Write(Terminal.Styled(), changes);
        await Terminal.Output.WriteLineAsync($"{function.Place}: {DiffText.Summary(changes)}");
        var work = changes.Where(change => change.IsDone).ToList();
        if (work.Count == 0)
            return ExitCode.Done;
        if (asks && !await IsAgreedAsync(cancellationToken))
        {
            await Terminal.Error.WriteLineAsync("Nothing was changed.");
            return ExitCode.No;
        }

        return await ApplyAsync(new ConfigurationTable(function), work, cancellationToken);
    }

    private async Task<bool> IsAgreedAsync(CancellationToken cancellationToken)
    {
        await Terminal.Error.WriteAsync("Make these changes? [y/N] ");
        return (await Terminal.Input.ReadLineAsync(cancellationToken))?.Trim() is { } answer
            && (answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase));
    }

    // An item that is refused keeps no other from its turn.
    private async Task<int> ApplyAsync(ConfigurationTable table, List<ItemChange> work, CancellationToken cancellationToken)
    {
        var refused = new List<string>();
        using (var progress = new ProgressNote(Terminal))
        {
            for (var at = 0; at < work.Count; at++)
            {
                progress.Show($"{at + 1} of {work.Count}: {work[at].Key}");
                try
                {
                    await ApplyAsync(table, work[at], cancellationToken);
                }
                catch (CliException refusal) when (refusal.Code == ExitCode.No)
                {
                    refused.Add($"{work[at].Key} was not changed: {refusal.Message}");
                }
                catch (CliException failure)
                {
                    throw new CliException(failure.Code, $"Stopped at {work[at].Key}, after {at - refused.Count} of {work.Count} changes: {failure.Message}", failure);
                }
            }
        }

        foreach (var refusal in refused)
            await Terminal.Error.WriteLineAsync(VisibleText.Of(refusal));
        await Terminal.Output.WriteLineAsync(refused.Count == 0 ? $"{work.Count} done" : $"{work.Count - refused.Count} done, {refused.Count} refused");
        return refused.Count == 0 ? ExitCode.Done : ExitCode.No;
    }

    private static Task ApplyAsync(ConfigurationTable table, ItemChange change, CancellationToken cancellationToken) => change.Kind == ChangeKind.Delete
        ? table.DeleteAsync(change.Before!, cancellationToken)
        : table.WriteAsync(change.After!, change.Before?.Version ?? "", cancellationToken);
}
