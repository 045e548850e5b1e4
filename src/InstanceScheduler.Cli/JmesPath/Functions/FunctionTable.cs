namespace InstanceScheduler.Cli.JmesPath.Functions;

/// <summary>All functions by name.</summary>
internal static class FunctionTable
{
    private static readonly Dictionary<string, Function> ByName =
        NumberFunctions.All.Concat(TextFunctions.All).Concat(ListFunctions.All).Concat(SortFunctions.All).Concat(ObjectFunctions.All).Concat(TypeFunctions.All)
            .ToDictionary(function => function.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    /// <exception cref="JmesPathException">There is no such function, or it takes another number of arguments.</exception>
    public static Function Find(string name, int arguments)
    {
        if (!ByName.TryGetValue(name, out var function))
            throw new JmesPathException(JmesPathFault.UnknownFunction, $"there is no function {name}(); there are {string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal))}");
        if (!function.Takes(arguments))
            throw new JmesPathException(JmesPathFault.InvalidArity, $"{name}() takes {function.Types.Length}{(function.RepeatsLast ? " or more" : "")} {(function.Types.Length == 1 ? "argument" : "arguments")}, not {arguments}");
        return function;
    }
}
