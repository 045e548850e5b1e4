namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

/// <summary>A piece of an expression. Words and placeholders keep their text, the end has none.</summary>
internal readonly record struct Token(TokenKind Kind, string Text)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string keyword) => Kind == TokenKind.Word && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);
}
