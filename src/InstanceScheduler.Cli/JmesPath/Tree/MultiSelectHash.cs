using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>{x: a, y: b}</c>: an object of what each expression gives, nulls included; of two equal keys the later wins. Null of null.</summary>
internal sealed record MultiSelectHash(IReadOnlyList<KeyValuePair<string, Expression>> Fields) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current)
    {
        if (current is null)
            return null;
        var map = new JsonObject();
        foreach (var (key, value) in Fields)
            map[key] = Json.Detached(value.Evaluate(current));
        return map;
    }
}
