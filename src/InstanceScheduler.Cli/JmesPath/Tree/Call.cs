using System.Text.Json.Nodes;
using InstanceScheduler.Cli.JmesPath.Functions;

namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary><c>function(a, &amp;b)</c>.</summary>
internal sealed record Call(Function Function, IReadOnlyList<Argument> Arguments) : Expression
{
    public override JsonNode? Evaluate(JsonNode? current) => Function.Invoke(
        [.. Arguments.Select(argument => argument.IsReference
            ? new ArgumentValue(null, argument.Expression)
            : new ArgumentValue(argument.Expression.Evaluate(current), null))]);
}
