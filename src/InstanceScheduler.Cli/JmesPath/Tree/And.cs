using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>a &amp;&amp; b</c>: a where a is false or empty, else b.</summary>
internal sealed record And(Expression Left, Expression Right) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) =>
        Left.Evaluate(current) is var left && Json.IsTruthy(left) ? Right.Evaluate(current) : left;
}
