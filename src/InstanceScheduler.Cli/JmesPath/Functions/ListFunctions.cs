using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Functions;

/// <summary>Functions of lists, and of strings as lists of characters (code points).</summary>
internal static class ListFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("length", [ArgumentTypes.Text | ArgumentTypes.List | ArgumentTypes.Object], arguments => Json.Of(Length(arguments[0].Value!))),
        new("reverse", [ArgumentTypes.Text | ArgumentTypes.List], arguments => arguments[0].Value is JsonArray list
            ? Json.List(list.Reverse())
            : JsonValue.Create(string.Concat(arguments[0].Text.EnumerateRunes().Reverse()))),
        new("contains", [ArgumentTypes.Text | ArgumentTypes.List, ArgumentTypes.Any], arguments => JsonValue.Create(Contains(arguments[0].Value!, arguments[1].Value))),
        new("map", [ArgumentTypes.Reference, ArgumentTypes.List], arguments => Json.List(arguments[1].List.Select(arguments[0].Reference!.Evaluate))),
        new("not_null", [ArgumentTypes.Any], arguments => arguments.Select(argument => argument.Value).FirstOrDefault(value => value is not null), RepeatsLast: true),
    ];

    private static int Length(JsonNode value) => value switch
    {
        JsonArray list => list.Count,
        JsonObject map => map.Count,
        _ => Json.Text(value).EnumerateRunes().Count(),
    };

    private static bool Contains(JsonNode whole, JsonNode? part) => whole is JsonArray list
        ? list.Any(element => Json.AreEqual(element, part))
        : Json.IsText(part) && Json.Text(whole).Contains(Json.Text(part), StringComparison.Ordinal);
}
