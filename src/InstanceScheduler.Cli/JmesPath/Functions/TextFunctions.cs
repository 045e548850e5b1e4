using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath.Functions;

/// <summary>Functions of strings.</summary>
internal static class TextFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("starts_with", [ArgumentTypes.Text, ArgumentTypes.Text],
            arguments => JsonValue.Create(arguments[0].Text.StartsWith(arguments[1].Text, StringComparison.Ordinal))),
        new("ends_with", [ArgumentTypes.Text, ArgumentTypes.Text],
            arguments => JsonValue.Create(arguments[0].Text.EndsWith(arguments[1].Text, StringComparison.Ordinal))),
        new("join", [ArgumentTypes.Text, ArgumentTypes.Texts],
            arguments => JsonValue.Create(string.Join(arguments[0].Text, arguments[1].List.Select(Json.Text)))),
    ];
}
