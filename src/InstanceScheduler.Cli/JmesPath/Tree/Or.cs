using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>a || b</c>: b where a is false or empty, else a.</summary>
internal sealed record Or(Expression Left, Expression Right) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) =>
        Left.Evaluate(current) is var left && Json.IsTruthy(left) ? left : Right.Evaluate(current);
}
