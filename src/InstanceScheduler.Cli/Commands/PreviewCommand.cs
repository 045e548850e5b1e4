using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.CalendarFiles;
using InstanceScheduler.Cli.Output;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>What is coming: every transition with its reason, or a calendar of when instances run.</summary>
internal sealed class PreviewCommand(CommandServices services)
{
    private const string Calendar = "ics";

    // Length of 2026-11-25T22:00; the zone has a column of its own.
    private const int Minutes = 16;

    private static readonly string[] Formats = ["json", "table", "yaml", Calendar];

    private static readonly IReadOnlyList<Parameter> Parameters =
    [
        new TextParameter(ParameterNames.From, "--from", "From when on: 2026-11-25, 2026-11-25T22:00 in the schedule's or default zone, or with an offset. Default: now", "moment"),
        new TextParameter(ParameterNames.To, "--to", "Until when, at most 366 days; a date is included. Default: seven days", "moment"),
        new TextParameter(ConfigAttributes.Schedule, "--schedule", "Only this schedule. Default: all", "name"),
        new TextParameter(ConfigAttributes.Instance, "--instance", "This instance or database, with its windows and overrides", "id"),
        new TextParameter(ParameterNames.Service, "--service", "Look for the instance in this service alone", "ec2|rds", values: ["ec2", "rds"]),
        new TextParameter(ParameterNames.Account, "--account", "Look for it in this account alone", "id"),
        new TextParameter(ParameterNames.Region, "--region-filter", "Look for it in this region alone (--region is the stack's)", "region"),
    ];

    private readonly Option<string?> _output = new("--output", "-o") { Description = "How to print: json, table, yaml, or ics for a calendar. Default: json", HelpName = "format" };

    public Command Build()
    {
        _output.CompletionSources.Add(Formats);
        var command = new CliCommand("preview", "Show what schedules will do, and why: every start, stop and change that is coming",
            "preview --stack InstanceScheduler --output table",
            "preview --schedule cn-office --from 2026-10-01 --to 2026-10-31 --stack InstanceScheduler --output table",
            "preview --instance i-0123456789abcdef0 --to 2026-12-31 --stack InstanceScheduler --output ics")
            .With(Parameters.SelectMany(parameter => parameter.Options)).With(services.Common.Reaching).With(services.Common.Query, _output);
        command.Validators.Add(Check);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var format = parsed.GetValue(_output)?.ToLowerInvariant() ?? Formats[0];
        var isCalendar = format == Calendar;
        var writer = services.Writer(parsed, isCalendar ? OutputFormat.Json : Enum.Parse<OutputFormat>(format, ignoreCase: true));
        var values = new JsonObject();
        foreach (var parameter in Parameters)
            parameter.Add(parsed, values, onlyGiven: true);
        if (isCalendar)
            values[ParameterNames.Spans] = true;
        using var function = await services.OpenAsync(parsed, cancellationToken);
        var answer = await function.CallAsync(ActionNames.Preview, values, cancellationToken);
        foreach (var note in isCalendar || !writer.ShowsAll ? answer["Notes"] as JsonArray ?? [] : [])
            await services.Terminal.Error.WriteLineAsync(VisibleText.Of($"{note}"));
        if (isCalendar)
            await services.Terminal.Output.WriteAsync(RunningCalendar.Write(answer["Spans"] as JsonArray ?? [], $"{function.Place.Region}/{function.Place.Stack}", services.Time.GetUtcNow()));
        else
            writer.Write(answer, Shape);
        return ExitCode.Done;
    }

    private void Check(CommandResult command)
    {
        if (command.GetValue(_output) is not { } format)
            return;
        if (!Formats.Contains(format, StringComparer.OrdinalIgnoreCase))
            command.AddError($"--output: \"{format}\" is no format{Suggestion.For(format, Formats)}; use json, table, yaml or ics");
        else if (format.Equals(Calendar, StringComparison.OrdinalIgnoreCase) && command.GetValue(services.Common.Query) is not null)
            command.AddError($"--query and --output {Calendar} exclude each other");
    }

    // A row per transition, without what no transition has.
    private static JsonObject Shape(JsonNode answer)
    {
        var transitions = (answer["Transitions"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        string[] columns = [.. ((string[])["Schedule", "Kind", "State", "Type", "Zone", "Reason"]).Where(column => transitions.Exists(one => one[column] is not null))];
        var rows = new JsonArray();
        foreach (var transition in transitions)
        {
            var at = $"{transition["At"]}";
            var row = new JsonObject { ["At"] = at.Length > Minutes ? at[..Minutes].Replace('T', ' ') : at };
            foreach (var column in columns)
                row[column] = transition[column]?.DeepClone();
            rows.Add((JsonNode)row);
        }

        return new JsonObject { ["Transitions"] = rows };
    }
}
