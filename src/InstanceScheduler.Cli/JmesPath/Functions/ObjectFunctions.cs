using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Functions;

/// <summary>Functions of objects.</summary>
internal static class ObjectFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("keys", [ArgumentTypes.Object], arguments => Json.List(arguments[0].Object.Select(field => JsonValue.Create(field.Key)))),
        new("values", [ArgumentTypes.Object], arguments => Json.List(arguments[0].Object.Select(field => field.Value))),
        new("merge", [ArgumentTypes.Object], Merge, RepeatsLast: true),
    ];

    private static JsonObject Merge(ArgumentValue[] arguments)
    {
        var merged = new JsonObject();
        foreach (var (key, value) in arguments.SelectMany(argument => argument.Object))
            merged[key] = Json.Detached(value);
        return merged;
    }
}
