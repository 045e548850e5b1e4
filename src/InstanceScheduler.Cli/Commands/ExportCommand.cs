using System.CommandLine;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.ConfigFiles;
using InstanceScheduler.Cli.Terminal;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Writes the whole configuration as one file.</summary>
internal sealed class ExportCommand(CommandServices services)
{
    private readonly Option<string?> _file = new("--file", "-f") { Description = "File to write; .json makes it JSON, anything else YAML. Default: YAML to the standard output", HelpName = "file" };
    private readonly Option<bool> _json = new("--json") { Description = "JSON, whatever the file is called" };

    public Command Build()
    {
        var command = new CliCommand("export", "Write periods, schedules and settings as one file",
            "export --stack InstanceScheduler > configuration.yaml",
            "export --stack InstanceScheduler --file configuration.json")
            .With(_file, _json).With(services.Common.Reaching);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_file);
        var isJson = parsed.GetValue(_json) || Path.GetExtension(path) is ".json";
        using var function = await services.OpenAsync(parsed, cancellationToken);
        var items = await ReadAsync(function, services.Terminal, cancellationToken);
        var text = ConfigFileWriter.Write(items, function.Place, services.Time.GetUtcNow(), isYaml: !isJson);
        if (path is null)
            await services.Terminal.Output.WriteAsync(text);
        else
            await WriteAsync(path, text, cancellationToken);
        foreach (var other in items.Where(item => !ConfigSections.Types.Contains(item.Key.Type, StringComparer.Ordinal)))
            await services.Terminal.Error.WriteLineAsync(other.Key.Type == ConfigTypes.Override
                ? $"{other.Key} is left out: overrides are for a while, and imports leave them alone."
                : $"{other.Key} is left out: the scheduler knows no items of that type.");
        return ExitCode.Done;
    }

    internal static async Task<IReadOnlyList<StoredItem>> ReadAsync(StackFunction function, CliTerminal terminal, CancellationToken cancellationToken)
    {
        using var progress = new ProgressNote(terminal);
        return await new ConfigurationTable(function).ReadAsync(count => progress.Show($"{count} items read"), cancellationToken);
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            // First beside it: a full disk must not cost the file that is there.
            var draft = path + ".new";
            await File.WriteAllTextAsync(draft, text, cancellationToken);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CliException(ExitCode.Unusable, $"{path} cannot be written: {failure.Message}", failure);
        }
    }
}
