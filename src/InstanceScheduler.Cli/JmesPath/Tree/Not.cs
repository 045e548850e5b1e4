using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>!a</c>.</summary>
internal sealed record Not(Expression Operand) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) => JsonValue.Create(!Json.IsTruthy(Operand.Evaluate(current)));
}
