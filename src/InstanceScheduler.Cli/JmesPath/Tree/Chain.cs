using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>a.b</c> and <c>a | b</c>: what b makes of a. They differ only in how far a projection in a reaches.</summary>
internal sealed record Chain(Expression Left, Expression Right) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) => Right.Evaluate(Left.Evaluate(current));
}
