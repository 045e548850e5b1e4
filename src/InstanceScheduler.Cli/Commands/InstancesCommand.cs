using System.CommandLine;
using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.Terminal;

namespace InstanceScheduler.Cli.Commands;

/// <summary>What carries the scheduler's tag, with its states and what its schedule wants: asked page by page until the end.</summary>
internal sealed class InstancesCommand(CommandServices services)
{
    private const string Instances = "Instances";
    private const string Problems = "Problems";
    private const string Next = "Next";

    private static readonly IReadOnlyList<Parameter> Filters =
    [
        new TextParameter(ParameterNames.Service, "--service", "Only this service", "ec2|rds", values: ["ec2", "rds"]),
        new TextParameter(ParameterNames.Account, "--account", "Only this account", "id"),
        new TextParameter(ParameterNames.Region, "--region-filter", "Only this region (--region is the stack's)", "region"),
    ];

    public Command Build()
    {
        var command = new CliCommand("describe-instances", "Show what carries the schedule tag: stored and actual state, and what its schedule wants now",
            "describe-instances --stack InstanceScheduler --output table",
            "describe-instances --stack InstanceScheduler --service rds --region-filter cn-northwest-1",
            "describe-instances --stack InstanceScheduler --query \"Instances[?State!=Desired].[Id, Schedule, Reason]\"")
            .With(Filters.SelectMany(filter => filter.Options)).With(services.Common.Reaching).With(services.Common.Printing);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var writer = services.Writer(parsed);
        using var function = await services.OpenAsync(parsed, cancellationToken);
        var (instances, problems) = await ReadAsync(parsed, function, cancellationToken);
        foreach (var problem in writer.ShowsAll ? [] : problems)
            await services.Terminal.Error.WriteLineAsync(Output.VisibleText.Of($"{problem}"));
        writer.Write(new JsonObject { [Instances] = instances, [Problems] = problems }, all => new JsonObject { [Instances] = all[Instances]!.DeepClone() });
        return ExitCode.Done;
    }

    private async Task<(JsonArray Instances, JsonArray Problems)> ReadAsync(ParseResult parsed, StackFunction function, CancellationToken cancellationToken)
    {
        var (instances, problems) = (new JsonArray(), new JsonArray());
        using var progress = new ProgressNote(services.Terminal);
        string? next = null;
        do
        {
            var parameters = new JsonObject();
            foreach (var filter in Filters)
                filter.Add(parsed, parameters, onlyGiven: true);
            if (next is not null)
                parameters[ParameterNames.Next] = next;
            var page = await function.CallAsync(ActionNames.DescribeInstances, parameters, cancellationToken);
            Move(page[Instances], instances);
            Move(page[Problems], problems);
            next = page[Next]?.GetValue<string>();
            progress.Show($"{instances.Count} instances so far");
        }
        while (next is not null);
        return (instances, problems);
    }

    private static void Move(JsonNode? from, JsonArray to)
    {
        foreach (var element in from as JsonArray ?? [])
            to.Add(element?.DeepClone());
    }
}
