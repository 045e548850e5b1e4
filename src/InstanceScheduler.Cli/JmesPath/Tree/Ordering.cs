using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>a &lt; b</c> and its like: of two numbers only, null for anything else.</summary>
internal sealed record Ordering(Expression Left, Expression Right, TokenKind Operator) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current)
    {
        var (left, right) = (Left.Evaluate(current), Right.Evaluate(current));
        if (!Json.IsNumber(left) || !Json.IsNumber(right))
            return null;
        var order = Json.Number(left).CompareTo(Json.Number(right));
        return JsonValue.Create(Operator switch
        {
            TokenKind.Less => order < 0,
            TokenKind.LessOrEqual => order <= 0,
            TokenKind.Greater => order > 0,
            _ => order >= 0,
        });
    }
}
