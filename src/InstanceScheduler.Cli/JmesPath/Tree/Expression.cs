using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary>A node of a parsed expression.</summary>
internal abstract record Expression
{
    /// <summary>What the node makes of the value it stands at; null is JSON's null.</summary>
    /// <exception cref="JmesPathException">A function got what it does not take.</exception>
    public abstract JsonNode? Evaluate(JsonNode? current);
}
