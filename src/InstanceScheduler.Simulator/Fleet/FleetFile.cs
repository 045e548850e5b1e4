using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Reads what <c>aws ec2 describe-instances</c> prints.</summary>
internal static class FleetFile
{
    private const string Remedy =
        "Save the whole output of \"aws ec2 describe-instances --output json\"; outputs of several regions and accounts may follow one another";

    /// <exception cref="InputFileException">The file is missing, empty, not JSON, of another command, or holds no usable instance.</exception>
    public static FleetReading Read(string path)
    {
        using var stream = InputFile.Open(path, Remedy);
        return Read(stream, path);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static FleetReading Read(Stream stream, string file)
    {
        var reader = new FleetInstanceReader(file);
        var documents = InputFile.Documents(stream, file, Remedy);
        for (var number = 0; number < documents.Count; number++)
        {
            var place = documents.Count == 1 ? string.Empty : $"document {number + 1}, ";
            ReadDocument(reader, documents[number], file, place);
        }

        return reader.Instances.Count > 0
            ? new FleetReading(reader.Instances, reader.Problems)
            : throw InputFileException.Of(Empty(file, reader.Problems));
    }

    private static void ReadDocument(FleetInstanceReader reader, JsonElement document, string file, string place)
    {
        if (document.Field("Reservations") is not { ValueKind: JsonValueKind.Array } reservations)
        {
            throw InputFileException.Of(new InputProblem(
                file, place.Length == 0 ? null : place[..^2], $"this is {document.Shape()}, not a listing with Reservations", Remedy));
        }

        if (document.Field("NextToken") is not null)
        {
            reader.Report(place + "NextToken", "the listing was cut short, further instances are missing", "List again without --max-items");
        }

        var number = 0;
        foreach (var reservation in reservations.EnumerateArray())
        {
            reader.ReadReservation(reservation, $"{place}Reservations[{number++}]");
        }
    }

    private static InputProblem Empty(string file, IReadOnlyList<InputProblem> problems) => problems.Count == 0
        ? new InputProblem(file, Item: null, "the listing holds no instance", "Check the region, the account and the filters of the command")
        : new InputProblem(file, Item: null, "no instance is usable" + InputProblem.Summary(problems), Remedy);
}
