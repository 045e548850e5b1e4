using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Reads what <c>aws dynamodb scan</c> prints for a configuration table.</summary>
/// <remarks>Checks only the shape: what the attributes mean is for the function to judge, as it does in the cloud.</remarks>
internal static class ConfigFile
{
    private const string Remedy = "Save the whole output of \"aws dynamodb scan --table-name <ConfigTable> --output json\"";

    /// <exception cref="InputFileException">The file is missing, empty, not JSON, of another command, or holds no usable item.</exception>
    public static ConfigReading Read(string path)
    {
        using var stream = InputFile.Open(path, Remedy);
        return Read(stream, path);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static ConfigReading Read(Stream stream, string file)
    {
        var items = new List<JsonElement>();
        var problems = new List<InputProblem>();
        var keys = new HashSet<(string Type, string Name)>();
        foreach (var document in InputFile.Documents(stream, file, Remedy))
        {
            if (document.Field("Items") is not { ValueKind: JsonValueKind.Array } listed)
            {
                throw InputFileException.Of(new InputProblem(file, Item: null, $"this is {document.Shape()}, not a scan with Items", Remedy));
            }

            if ((document.Field("NextToken") ?? document.Field("LastEvaluatedKey")) is not null)
            {
                problems.Add(new InputProblem(file, Item: null, "the scan was cut short, further items are missing", "Scan again without --max-items"));
            }

            var number = 0;
            foreach (var item in listed.EnumerateArray())
            {
                var place = $"Items[{number++}]";
                if (Fault(item, keys, ref place) is { } fault)
                {
                    problems.Add(new InputProblem(file, place, fault, "The item is left out; " + char.ToLowerInvariant(Remedy[0]) + Remedy[1..]));
                }
                else
                {
                    items.Add(item.Clone());
                }
            }
        }

        if (items.Count == 0)
        {
            throw InputFileException.Of(new InputProblem(file, Item: null, "the scan holds no usable item" + InputProblem.Summary(problems), Remedy));
        }

        if (!keys.Contains(("config", "scheduler")))
        {
            problems.Add(new InputProblem(
                file, "config/scheduler", "the item is missing", "The function schedules nothing without it; scan the table of a deployed stack"));
        }

        return new ConfigReading(items, problems);
    }

    private static string? Fault(JsonElement item, HashSet<(string Type, string Name)> keys, ref string place)
    {
        var type = item.Field("type").Field("S").Text();
        var name = item.Field("name").Field("S").Text();
        place = type is null || name is null ? place : $"{type}/{name} ({place})";
        return DynamoDbJson.FaultOf(item)
            ?? (type is null ? $"type is {item.Field("type").Describe()}" : null)
            ?? (name is null ? $"name is {item.Field("name").Describe()}" : null)
            ?? (keys.Add((type!, name!)) ? null : "the item is listed before already");
    }
}
