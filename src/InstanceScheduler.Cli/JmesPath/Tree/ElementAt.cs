using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>a[1]</c>; negative numbers count from the end. Null outside the list, or where there is none.</summary>
internal sealed record ElementAt(Expression List, int At) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current)
    {
        if (List.Evaluate(current) is not JsonArray list)
            return null;
        var at = At < 0 ? list.Count + At : At;
        return at >= 0 && at < list.Count ? list[at] : null;
    }
}
