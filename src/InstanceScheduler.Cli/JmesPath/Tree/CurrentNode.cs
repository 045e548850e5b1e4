using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>@</c>, and what a projection without a further part asks of each element.</summary>
internal sealed record CurrentNode : Expression
{
    private CurrentNode()
    {
    }

    public static CurrentNode Instance { get; } = new();

    public override JsonNode? Evaluate(JsonNode? current) => current;
}
