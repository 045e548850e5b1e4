using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath;

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; of names: the name itself, without quotes and escapes.</param>
/// <param name="At">Where it begins, from zero.</param>
/// <param name="Value">Of literals: the JSON they stand for.</param>
internal sealed record Token(TokenKind Kind, string Text, int At, JsonNode? Value = null)
{
    public override string ToString() => Kind == TokenKind.End ? "the end" : $"\"{Text}\"";
}
