using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>'text'</c> or <c>`json`</c>.</summary>
internal sealed record Literal(JsonNode? Value) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) => Value;
}
