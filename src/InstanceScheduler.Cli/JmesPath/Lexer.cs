using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath;

/// <summary>Cuts an expression into tokens; the last one is always <see cref="TokenKind.End"/>.</summary>
internal sealed class Lexer(string text)
{
    private static readonly (string Text, TokenKind Kind)[] Signs =
    [
        // The longer of two that begin alike stands first.
        ("[?", TokenKind.Filter), ("[]", TokenKind.Flatten), ("[", TokenKind.LeftBracket), ("]", TokenKind.RightBracket),
        ("||", TokenKind.Or), ("|", TokenKind.Pipe), ("&&", TokenKind.And), ("&", TokenKind.Ampersand),
        ("==", TokenKind.Equal), ("!=", TokenKind.NotEqual), ("!", TokenKind.Not),
        ("<=", TokenKind.LessOrEqual), ("<", TokenKind.Less), (">=", TokenKind.GreaterOrEqual), (">", TokenKind.Greater),
        ("{", TokenKind.LeftBrace), ("}", TokenKind.RightBrace), ("(", TokenKind.LeftParenthesis), (")", TokenKind.RightParenthesis),
        (".", TokenKind.Dot), (",", TokenKind.Comma), (":", TokenKind.Colon), ("*", TokenKind.Star), ("@", TokenKind.Current),
    ];

    private int _at;

    /// <exception cref="JmesPathException">A character that begins nothing, or a quote that is not closed.</exception>
    public IReadOnlyList<Token> Read()
    {
        var tokens = new List<Token>();
        while (true)
        {
            while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r')
                _at++;
            if (_at == text.Length)
                return [.. tokens, new Token(TokenKind.End, "", _at)];
            tokens.Add(Next());
        }
    }

    private Token Next() => text[_at] switch
    {
        '"' => QuotedName(),
        '\'' => RawString(),
        '`' => Literal(),
        '-' or (>= '0' and <= '9') => Number(),
        '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Name(),
        _ => Sign(),
    };

    private Token Name()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
            _at++;
        return new Token(TokenKind.Name, text[start.._at], start);
    }

    private Token Number()
    {
        var start = _at++;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            _at++;
        return text[start.._at] is var number and not "-" ? new Token(TokenKind.Number, number, start) : throw Unexpected(start);
    }

    private Token Sign()
    {
        foreach (var (sign, kind) in Signs)
        {
            if (string.CompareOrdinal(text, _at, sign, 0, sign.Length) == 0)
            {
                _at += sign.Length;
                return new Token(kind, sign, _at - sign.Length);
            }
        }

        throw Unexpected(_at);
    }

    private Token QuotedName()
    {
        var start = _at;
        var quoted = Delimited('"');
        try
        {
            return new Token(TokenKind.QuotedName, JsonNode.Parse($"\"{quoted}\"")!.GetValue<string>(), start);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw JmesPathException.Syntax($"the name \"{quoted}\" has an escape that JSON does not know", start);
        }
    }

    // Only the quote can be escaped here: every other backslash stands for itself.
    private Token RawString()
    {
        var start = _at;
        var value = Delimited('\'').Replace("\\'", "'", StringComparison.Ordinal);
        return new Token(TokenKind.Literal, text[start.._at], start, JsonValue.Create(value));
    }

    private Token Literal()
    {
        var start = _at;
        var json = Delimited('`').Replace("\\`", "`", StringComparison.Ordinal);
        try
        {
            return new Token(TokenKind.Literal, text[start.._at], start, JsonNode.Parse(json));
        }
        catch (JsonException)
        {
            throw JmesPathException.Syntax($"`{json}` is not JSON (write a text as '{json.Trim()}')", start);
        }
    }

    // The text between two delimiters, with its escapes; a backslash takes the next character along.
    private string Delimited(char delimiter)
    {
        var start = _at++;
        var content = new StringBuilder();
        while (_at < text.Length && text[_at] != delimiter)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
                content.Append(text[_at++]);
            content.Append(text[_at++]);
        }

        return _at++ < text.Length ? content.ToString() : throw JmesPathException.Syntax($"the {delimiter} is never closed", start);
    }

    private JmesPathException Unexpected(int at) => JmesPathException.Syntax($"\"{Rune.GetRuneAt(text, at)}\" has no meaning here", at);
}
