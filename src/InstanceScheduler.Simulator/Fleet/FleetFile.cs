using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Reads what the AWS CLI prints of instances, databases, clusters and maintenance windows.</summary>
internal static class FleetFile
{
    private const string Remedy =
        "Save the whole output of \"aws ec2 describe-instances --output json\", \"aws rds describe-db-instances\", \"aws rds describe-db-clusters\" or "
        + "\"aws ssm describe-maintenance-windows\"; several outputs, also of several regions and accounts, may follow one another";

    // The CLI's token stands there after --max-items, RDS's own marker after --no-paginate.
    private static readonly string[] MarksOfMore = ["NextToken", "Marker"];

    /// <exception cref="InputFileException">The file is missing, empty, not JSON, of another command, or holds nothing to schedule.</exception>
    public static FleetReading Read(string path)
    {
        using var stream = InputFile.Open(path, Remedy);
        return Read(stream, path);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static FleetReading Read(Stream stream, string file)
    {
        var problems = new InputProblems(file);
        var (instances, databases) = (new FleetInstanceReader(problems), new FleetDatabaseReader(problems));
        var (clusters, windows) = (new FleetClusterReader(problems), new FleetWindowReader(problems));
        (string List, Action<JsonElement, string> Read)[] readers =
        [
            ("Reservations", instances.ReadReservation), ("DBInstances", databases.Read), ("DBClusters", clusters.Read), ("WindowIdentities", windows.Read),
        ];
        var documents = InputFile.Documents(stream, file, Remedy);
        for (var number = 0; number < documents.Count; number++)
        {
            var place = documents.Count == 1 ? string.Empty : $"document {number + 1}, ";
            ReadDocument(documents[number], place, readers, file, problems);
        }

        var fleet = new FleetReading(instances.Instances, problems.All)
        {
            Databases = databases.Databases,
            Clusters = clusters.Clusters,
            Windows = windows.Windows,
        };
        MissClusters(fleet, problems);
        return fleet.Resources.Any() ? fleet : throw InputFileException.Of(Empty(file, problems.All));
    }

    private static void ReadDocument(
        JsonElement document, string place, (string List, Action<JsonElement, string> Read)[] readers, string file, InputProblems problems)
    {
        var (list, read) = Array.Find(readers, reader => document.Field(reader.List) is { ValueKind: JsonValueKind.Array });
        if (list is null)
        {
            throw InputFileException.Of(new InputProblem(
                file,
                place.Length == 0 ? null : place[..^2],
                $"this is {document.Shape()}, not a listing with {string.Join(", ", readers[..^1].Select(reader => reader.List))} or {readers[^1].List}",
                Remedy));
        }

        foreach (var mark in MarksOfMore.Where(mark => document.Field(mark) is not null))
        {
            problems.Add(place + mark, "the listing was cut short, further items are missing", "List again without --max-items and --no-paginate");
        }

        var number = 0;
        foreach (var item in document.Field(list).Items())
        {
            read(item, $"{place}{list}[{number++}]");
        }
    }

    private static void MissClusters(FleetReading fleet, InputProblems problems)
    {
        var listed = fleet.Clusters.Select(cluster => cluster.Key).ToHashSet();
        var missing = fleet.Databases.Where(database => database.ClusterId is not null)
            .GroupBy(database => database.Key with { Id = database.ClusterId! }).Where(cluster => !listed.Contains(cluster.Key));
        foreach (var members in missing)
        {
            problems.Add(
                members.Key.Id,
                $"the cluster of {string.Join(", ", members.Select(member => member.Id))} in {members.Key.Region} is not listed",
                "It counts as untagged; add the output of \"aws rds describe-db-clusters\"");
        }
    }

    private static InputProblem Empty(string file, IReadOnlyList<InputProblem> problems) => problems.Count == 0
        ? new InputProblem(file, Item: null, "the listing holds no instance", "Check the region, the account and the filters of the command")
        : new InputProblem(file, Item: null, "no instance is usable" + InputProblem.Summary(problems), Remedy);
}
