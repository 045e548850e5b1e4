using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>name</c>: a field of an object; null where there is none, or no object.</summary>
internal sealed record Field(string Name) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) => (current as JsonObject)?[Name];
}
