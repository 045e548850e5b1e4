using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>a.*</c>: the values of an object, as a list. Null where there is no object.</summary>
internal sealed record ObjectValues(Expression Object) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) =>
        Object.Evaluate(current) is JsonObject map ? Json.List(map.Select(field => field.Value)) : null;
}
