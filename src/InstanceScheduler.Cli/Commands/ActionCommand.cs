using System.CommandLine;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.Commands;

/// <summary>A command that is one action of the function: its options are the parameters, the answer is printed.</summary>
internal sealed class ActionCommand(CommandServices services, string action, IReadOnlyList<Parameter> parameters)
{
    /// <summary>Makes of an answer what its tables show; null: the answer itself.</summary>
    public Func<JsonNode, JsonNode>? Shape { get; init; }

    /// <summary>The flag that leaves defaults out; null: there is none.</summary>
    public Option<bool>? OnlyGiven { get; init; }

    public Command Build(string description, params IReadOnlyList<string> examples)
    {
        var command = new CliCommand(action, description, examples)
            .With(parameters.SelectMany(parameter => parameter.Options)).With(services.Common.Reaching).With(services.Common.Printing);
        command.Validators.Add(result =>
        {
            foreach (var fault in parameters.Select(parameter => parameter.Fault(result)).OfType<string>())
                result.AddError(fault);
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var writer = services.Writer(parsed);
        var values = new JsonObject();
        var onlyGiven = OnlyGiven is not null && parsed.GetValue(OnlyGiven);
        foreach (var parameter in parameters)
            parameter.Add(parsed, values, onlyGiven);
        using var function = await services.OpenAsync(parsed, cancellationToken);
        writer.Write(await function.CallAsync(action, values, cancellationToken), Shape);
        return ExitCode.Done;
    }
}
