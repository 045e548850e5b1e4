namespace InstanceScheduler.Cli.JmesPath.Functions;

/// <summary>Functions of numbers.</summary>
internal static class NumberFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("abs", [ArgumentTypes.Number], arguments => Json.Of(Math.Abs(arguments[0].Number))),
        new("ceil", [ArgumentTypes.Number], arguments => Json.Of(Math.Ceiling(arguments[0].Number))),
        new("floor", [ArgumentTypes.Number], arguments => Json.Of(Math.Floor(arguments[0].Number))),
        new("sum", [ArgumentTypes.Numbers], arguments => Json.Of(arguments[0].List.Sum(Json.Number))),
        new("avg", [ArgumentTypes.Numbers], arguments => arguments[0].List is { Count: > 0 } list ? Json.Of(list.Average(Json.Number)) : null),
    ];
}
