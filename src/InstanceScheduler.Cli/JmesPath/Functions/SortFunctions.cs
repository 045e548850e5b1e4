using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Functions;

/// <summary>Order: of numbers by value, of strings by code points. Equal ones keep their order; of equal largest and smallest the first counts.</summary>
internal static class SortFunctions
{
    private const ArgumentTypes Sortable = ArgumentTypes.Numbers | ArgumentTypes.Texts;

    private static readonly Comparer<JsonNode> Order = Comparer<JsonNode>.Create((left, right) =>
        Json.IsNumber(left) ? Json.Number(left).CompareTo(Json.Number(right)) : Json.Compare(Json.Text(left), Json.Text(right)));

    public static IEnumerable<Function> All { get; } =
    [
        new("sort", [Sortable], arguments => Json.List(arguments[0].List.OrderBy(value => value!, Order))),
        new("max", [Sortable], arguments => arguments[0].List.MaxBy(value => value!, Order)),
        new("min", [Sortable], arguments => arguments[0].List.MinBy(value => value!, Order)),
        new("sort_by", [ArgumentTypes.List, ArgumentTypes.Reference],
            arguments => Json.List(Keyed("sort_by", arguments).OrderBy(pair => pair.Key, Order).Select(pair => pair.Element))),
        new("max_by", [ArgumentTypes.List, ArgumentTypes.Reference], arguments => Keyed("max_by", arguments) is { Count: > 0 } keyed ? keyed.MaxBy(pair => pair.Key, Order).Element : null),
        new("min_by", [ArgumentTypes.List, ArgumentTypes.Reference], arguments => Keyed("min_by", arguments) is { Count: > 0 } keyed ? keyed.MinBy(pair => pair.Key, Order).Element : null),
    ];

    private static List<(JsonNode Key, JsonNode? Element)> Keyed(string function, ArgumentValue[] arguments)
    {
        var keyed = arguments[0].List.Select(element => (Key: arguments[1].Reference!.Evaluate(element)!, Element: element)).ToList();
        return keyed.TrueForAll(pair => Json.IsNumber(pair.Key)) || keyed.TrueForAll(pair => Json.IsText(pair.Key))
            ? keyed
            : throw new JmesPathException(JmesPathFault.InvalidType, $"{function}(): the expression must give a number for every element, or a string for every element");
    }
}
