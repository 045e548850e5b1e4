using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>[a, b]</c>: a list of what each expression gives, nulls included. Null of null.</summary>
internal sealed record MultiSelectList(IReadOnlyList<Expression> Elements) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) =>
        current is null ? null : Json.List(Elements.Select(element => element.Evaluate(current)));
}
