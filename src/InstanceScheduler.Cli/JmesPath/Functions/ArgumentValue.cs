using System.Text.Json.Nodes;
using InstanceScheduler.Cli.JmesPath.Tree;

namespace InstanceScheduler.Cli.JmesPath.Functions;

/// <summary>An argument as a function gets it: a value, or the expression that stood behind <c>&amp;</c>.</summary>
internal readonly record struct ArgumentValue(JsonNode? Value, Expression? Reference)
{
    public JsonArray List => (JsonArray)Value!;

    public JsonObject Object => (JsonObject)Value!;

    public string Text => Json.Text(Value);

    public double Number => Json.Number(Value);
}
