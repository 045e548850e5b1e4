using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>a[start:stop:step]</c>: start is inside, stop is not; what is left out is the whole way in the step's direction.</summary>
internal sealed record Slice(Expression List, int? Start, int? Stop, int? Step) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current)
    {
        var step = Step ?? 1;
        if (step == 0)
            throw new JmesPathException(JmesPathFault.InvalidValue, "the step of a slice cannot be 0");
        return List.Evaluate(current) is JsonArray list ? Json.List(Positions(list.Count, step).Select(at => list[at])) : null;
    }

    private IEnumerable<int> Positions(int count, int step)
    {
        // Backwards the place before the first element is a place too.
        var (lowest, highest) = step > 0 ? (0, count) : (-1, count - 1);
        var start = Place(Start, step > 0 ? lowest : highest);
        var stop = Place(Stop, step > 0 ? highest : lowest);
        for (long at = start; step > 0 ? at < stop : at > stop; at += step)
            yield return (int)at;

        int Place(int? given, int otherwise) => given is { } place ? Math.Clamp(place < 0 ? count + place : place, lowest, highest) : otherwise;
    }
}
