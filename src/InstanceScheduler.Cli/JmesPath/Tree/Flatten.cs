using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>a[]</c>: elements that are lists give their own elements, one level down. Null where there is no list.</summary>
internal sealed record Flatten(Expression List) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) => List.Evaluate(current) is JsonArray list
        ? Json.List(list.SelectMany(element => element is JsonArray inner ? (IEnumerable<JsonNode?>)inner : [element]))
        : null;
}
