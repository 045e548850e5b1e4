using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary>Asks each element of a list, and leaves out those that answer null. Null where there is no list.</summary>
internal sealed record Projection(Expression Elements, Expression OfEach) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) => Elements.Evaluate(current) is JsonArray list
        ? Json.List(list.Select(OfEach.Evaluate).Where(value => value is not null))
        : null;
}
