using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.Output;
using InstanceScheduler.Cli.Terminal;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Why an instance is as it is, and what is next: one sentence.</summary>
internal sealed class ExplainCommand(CommandServices services)
{
    private static readonly string[] Languages = [CliTerminal.English, CliTerminal.Chinese];

    private static readonly IReadOnlyList<Parameter> Filters =
    [
        new TextParameter(ParameterNames.Service, "--service", "Look in this service alone", "ec2|rds", values: ["ec2", "rds"]),
        new TextParameter(ParameterNames.Account, "--account", "Look in this account alone", "id"),
        new TextParameter(ParameterNames.Region, "--region-filter", "Look in this region alone (--region is the stack's)", "region"),
    ];

    private readonly Argument<string> _instance = new("instance") { Description = "Id of an EC2 instance, or name of a database" };
    private readonly Option<string?> _language = new("--lang") { Description = "Language of the sentence: en or zh. Default: that of LC_ALL, LC_MESSAGES, LANG", HelpName = "en|zh" };

    public Command Build()
    {
        _language.CompletionSources.Add(Languages);
        var command = new CliCommand("explain", "Say in one sentence why an instance is as it is, and what happens next; exit code 1 when it is not found",
            "explain i-0123456789abcdef0 --stack InstanceScheduler",
            "explain orders-db --lang zh --stack InstanceScheduler",
            "explain i-0123456789abcdef0 --stack InstanceScheduler --query \"Instances[].Next\"")
            .With(_language).With(Filters.SelectMany(filter => filter.Options)).With(services.Common.Reaching).With(services.Common.Printing);
        command.Add(_instance);
        command.Validators.Add(Check);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var isPlain = parsed.GetValue(services.Common.Output) is null && parsed.GetValue(services.Common.Query) is null;
        var writer = services.Writer(parsed);
        var values = new JsonObject
        {
            [ConfigAttributes.Instance] = parsed.GetRequiredValue(_instance),
            [ParameterNames.Language] = parsed.GetValue(_language)?.ToLowerInvariant() ?? services.Terminal.Language,
        };
        foreach (var filter in Filters)
            filter.Add(parsed, values, onlyGiven: true);
        using var function = await services.OpenAsync(parsed, cancellationToken);
        var answer = await function.CallAsync(ActionNames.Explain, values, cancellationToken);
        foreach (var problem in isPlain || !writer.ShowsAll ? answer["Problems"] as JsonArray ?? [] : [])
            await services.Terminal.Error.WriteLineAsync(VisibleText.Of($"{problem}"));
        if (!isPlain)
            writer.Write(answer);
        foreach (var sentence in isPlain ? answer["Sentences"] as JsonArray ?? [] : [])
            await services.Terminal.Output.WriteLineAsync(VisibleText.Of($"{sentence}"));
        return answer["Instances"] is JsonArray { Count: > 0 } ? ExitCode.Done : ExitCode.No;
    }

    private void Check(CommandResult command)
    {
        if (command.GetValue(_language) is { } language && !Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
            command.AddError($"--lang: \"{language}\" is no language that is spoken here; use en or zh");
    }
}
