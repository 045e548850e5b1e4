using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>a[?condition]</c>: the elements of which the condition holds. Null where there is no list.</summary>
internal sealed record Filter(Expression List, Expression Condition) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) => List.Evaluate(current) is JsonArray list
        ? Json.List(list.Where(element => Json.IsTruthy(Condition.Evaluate(element))))
        : null;
}
