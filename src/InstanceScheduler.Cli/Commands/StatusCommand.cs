using System.CommandLine;
using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.Output;

namespace InstanceScheduler.Cli.Commands;

/// <summary>How the scheduler's targets are.</summary>
internal static class StatusCommand
{
    public static Command Build(CommandServices services)
    {
        var command = new CliCommand("status", "Show how each target is: when it changed last, what runs there, what is wrong",
            "status --stack InstanceScheduler --output table",
            "status --stack InstanceScheduler --query \"Targets[?Problems].[Target, Problems[].Message]\"")
            .With(services.Common.Reaching).With(services.Common.Printing);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var writer = services.Writer(parsed);
            using var function = await services.OpenAsync(parsed, cancellationToken);
            writer.Write(await function.CallAsync(ActionNames.DescribeStatus, [], cancellationToken), Shape);
            return ExitCode.Done;
        });
        return command;
    }

    // One row per target, then one per problem.
    private static JsonNode Shape(JsonNode answer)
    {
        if (answer["Targets"] is not JsonArray targets)
            return answer;
        var (rows, problems) = (new JsonArray(), new JsonArray());
        AddProblems(problems, "tick", answer["Tick"]);
        foreach (var target in targets.OfType<JsonObject>())
        {
            AddProblems(problems, target["Target"]?.ToString() ?? "", target);
            var row = new JsonObject();
            foreach (var name in (string[])["Target", "Managed", "Running", "Started", "Stopped", "LastChange", "Updated"])
                row[name] = target[name]?.DeepClone();
            row["Problems"] = (target["Problems"] as JsonArray)?.Count ?? 0;
            rows.Add((JsonNode)row);
        }

        var shaped = new JsonObject { ["Targets"] = rows };
        if (problems.Count > 0)
            shaped["Problems"] = problems;
        return shaped;
    }

    private static void AddProblems(JsonArray problems, string target, JsonNode? of)
    {
        foreach (var problem in (of?["Problems"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var row = new JsonObject { ["Target"] = target };
            foreach (var name in (string[])["Severity", "Code", "Message", "Ids", "Remedy"])
                row[name] = name == "Ids" ? Ids(problem) : problem[name]?.DeepClone();
            problems.Add((JsonNode)row);
        }
    }

    private static JsonNode Ids(JsonObject problem)
    {
        var ids = problem["Ids"] as JsonArray ?? [];
        var count = problem["Count"]?.GetValue<int>() ?? ids.Count;
        var listed = ResultTables.Cell(ids);
        return count > ids.Count ? $"{listed}{(listed.Length > 0 ? ", " : "")}{count} in all" : listed;
    }
}
