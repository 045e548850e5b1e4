using System.Collections.Immutable;
using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>The conditions of a template under certain values of its parameters; each is evaluated when it is first asked for.</summary>
internal sealed class ConditionSet(ImmutableDictionary<string, JsonElement> conditions)
{
    private const int MostOperands = 10;

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];

    /// <summary>Resolves what conditions compare.</summary>
    public required Func<JsonElement, string> Text { get; init; }

    /// <exception cref="TemplateException">There is no such condition, or it depends on itself.</exception>
    public bool this[string name] => _known.TryGetValue(name, out var known) ? known : _known[name] = Evaluate(name);

    /// <summary>All that a condition names, other conditions included.</summary>
    public static IEnumerable<Mention> MentionsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when Named(element) is { } name => [new Mention(MentionKind.Condition, name)],
        JsonValueKind.Object when TemplateFunction.Of(element) is { Name: "Fn::And" or "Fn::Or" or "Fn::Not" or "Fn::Equals" } logic => MentionsIn(logic.Argument),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(MentionsIn),
        _ => Mentions.In(element),
    };

    private bool Evaluate(string name)
    {
        if (_open.Contains(name, StringComparer.Ordinal))
        {
            throw new TemplateException($"Template error: Circular dependency between conditions: [{string.Join(", ", _open)}]");
        }

        _open.Add(name);
        var holds = Holds(conditions.TryGetValue(name, out var condition)
            ? condition
            : throw new TemplateException($"Template format error: Unresolved condition dependency {name} in the Conditions block of the template"));
        _open.Remove(name);
        return holds;
    }

    private bool Holds(JsonElement element)
    {
        if (Named(element) is { } name)
        {
            return this[name];
        }

        return TemplateFunction.Of(element) switch
        {
            { Name: "Fn::Equals" } function => function.Arguments(2, 2, "Fn::Equals requires a list argument with two parameters.") is [var left, var right]
                && Text(left) == Text(right),
            { Name: "Fn::And" } function => Operands(function).All(Holds),
            { Name: "Fn::Or" } function => Operands(function).Any(Holds),
            { Name: "Fn::Not" } function => !Holds(function.Arguments(1, 1, "Fn::Not requires a list argument with one function token")[0]),
            _ => throw new TemplateException("Template error: every condition must be one of Fn::And, Fn::Equals, Fn::Not, Fn::Or and Condition"),
        };
    }

    private static JsonElement[] Operands(TemplateFunction function) => function.Arguments(
        2, MostOperands, $"every {function.Name} object requires a list of at least 2 and at most {MostOperands} boolean parameters.");

    private static string? Named(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.GetPropertyCount() == 1
        && element.TryGetProperty("Condition", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
}
