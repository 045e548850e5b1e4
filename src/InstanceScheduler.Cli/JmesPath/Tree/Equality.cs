using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>a == b</c> and <c>a != b</c>, of values of any type.</summary>
internal sealed record Equality(Expression Left, Expression Right, bool Expected) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) =>
        JsonValue.Create(Json.AreEqual(Left.Evaluate(current), Right.Evaluate(current)) == Expected);
}
