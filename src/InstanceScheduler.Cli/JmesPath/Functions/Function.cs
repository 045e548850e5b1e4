using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Functions;

/// <summary>A function of the specification.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Types">What each argument may be.</param>
/// <param name="Body">Gets arguments of these types.</param>
/// <param name="RepeatsLast">Whether the last argument may come any number of times more.</param>
internal sealed record Function(string Name, ArgumentTypes[] Types, Func<ArgumentValue[], JsonNode?> Body, bool RepeatsLast = false)
{
    public bool Takes(int arguments) => RepeatsLast ? arguments >= Types.Length : arguments == Types.Length;

    /// <exception cref="JmesPathException">An argument is of another type.</exception>
    public JsonNode? Invoke(ArgumentValue[] arguments)
    {
        for (var at = 0; at < arguments.Length; at++)
        {
            var expected = Types[Math.Min(at, Types.Length - 1)];
            if ((TypesOf(arguments[at]) & expected) == ArgumentTypes.None)
                throw WrongType($"argument {at + 1} is {Describe(arguments[at])}, but must be {Describe(expected)}");
        }

        return Body(arguments);
    }

    public JmesPathException WrongType(string what) => new(JmesPathFault.InvalidType, $"{Name}(): {what}");

    private static ArgumentTypes TypesOf(ArgumentValue argument) => argument switch
    {
        { Reference: not null } => ArgumentTypes.Reference,
        { Value: null } => ArgumentTypes.Null,
        { Value: JsonObject } => ArgumentTypes.Object,
        { Value: JsonArray list } => ArgumentTypes.List
            | (list.All(Json.IsNumber) ? ArgumentTypes.Numbers : ArgumentTypes.None)
            | (list.All(Json.IsText) ? ArgumentTypes.Texts : ArgumentTypes.None),
        { Value: var value } => value.GetValueKind() switch
        {
            JsonValueKind.Number => ArgumentTypes.Number,
            JsonValueKind.String => ArgumentTypes.Text,
            _ => ArgumentTypes.Boolean,
        },
    };

    private static string Describe(ArgumentValue argument) => Describe(TypesOf(argument) & (ArgumentTypes.Any | ArgumentTypes.Reference));

    private static string Describe(ArgumentTypes types) => types == ArgumentTypes.Any
        ? "a value"
        : string.Join(" or ", Words.Where(word => types.HasFlag(word.Type)).Select(word => word.Word));

    private static readonly (ArgumentTypes Type, string Word)[] Words =
    [
        (ArgumentTypes.Null, "null"), (ArgumentTypes.Boolean, "a boolean"), (ArgumentTypes.Number, "a number"), (ArgumentTypes.Text, "a string"),
        (ArgumentTypes.List, "an array"), (ArgumentTypes.Object, "an object"), (ArgumentTypes.Numbers, "an array of numbers"),
        (ArgumentTypes.Texts, "an array of strings"), (ArgumentTypes.Reference, "an expression behind &"),
    ];
}
