using System.CommandLine;
using System.Text.Json.Nodes;
using InstanceScheduler.Cli.ConfigFiles;
using InstanceScheduler.Cli.Output;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Linting;
using Spectre.Console;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Looks through a configuration, of a file or of a stack, for mistakes.</summary>
internal sealed class LintCommand(CommandServices services)
{
    private readonly Argument<string?> _file = new("file") { Description = "YAML or JSON, as export writes it; - is the standard input. Default: the table of the stack", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _stack = new("--stack", "-s") { Description = "Name or ARN of the scheduler's stack, when no file is given", HelpName = "name" };
    private readonly Option<bool> _strict = new("--strict") { Description = "Exit code 1 for warnings too" };

    public Command Build()
    {
        var command = new CliCommand("lint", "Look for mistakes in the configuration; exit code 1 when there are errors",
            "lint --stack InstanceScheduler",
            "lint configuration.yaml --strict",
            "lint --stack InstanceScheduler --query \"Findings[?Severity=='Error'].Item\"")
            .With(_strict, _stack, services.Common.Region, services.Common.Profile).With(services.Common.Printing);
        command.Add(_file);
        command.Validators.Add(result =>
        {
            if ((result.GetValue(_file) is null) == (result.GetValue(_stack) is null))
                result.AddError("Give either a file or --stack");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var writer = services.Writer(parsed);
        var findings = ConfigurationLint.Check(await ItemsAsync(parsed, cancellationToken), isWhole: parsed.GetValue(_file) is null);
        if (parsed.GetValue(services.Common.Output) is null && parsed.GetValue(services.Common.Query) is null)
            Write(findings);
        else
            writer.Write(new JsonObject { ["Findings"] = new JsonArray([.. findings.Select(Json)]) });
        return findings.Any(finding => finding.Severity == LintSeverity.Error || parsed.GetValue(_strict)) ? ExitCode.No : ExitCode.Done;
    }

    private async Task<IReadOnlyList<ConfigItem>> ItemsAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_file) is { } path)
            return [.. ConfigFileReader.Read(path, services.Terminal.Input).Select(item => ConfigItems.Of(item.Key, item.Attributes))];
        using var function = await services.OpenAsync(parsed, parsed.GetValue(_stack)!, cancellationToken);
        return [.. (await ExportCommand.ReadAsync(function, services.Terminal, cancellationToken)).Select(item => ConfigItems.Of(item.Key, item.Attributes))];
    }

    private void Write(IReadOnlyList<LintFinding> findings)
    {
        var console = services.Terminal.Styled();
        foreach (var finding in findings)
        {
            console.Write(new Text($"{finding.Severity}: ", new Style(finding.Severity == LintSeverity.Error ? Color.Red : Color.Yellow)));
            console.Write(new Text(VisibleText.Of(finding.ToString()) + "\n"));
        }

        var errors = findings.Count(finding => finding.Severity == LintSeverity.Error);
        console.WriteLine($"{Count(errors, "error")}, {Count(findings.Count - errors, "warning")}");
    }

    private static string Count(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";

    private static JsonNode Json(LintFinding finding) => new JsonObject
    {
        ["Severity"] = finding.Severity.ToString(),
        ["Item"] = finding.Item,
        ["Field"] = finding.Field,
        ["Text"] = finding.Text,
        ["Remedy"] = finding.Remedy,
    };
}
