using System.Text.RegularExpressions;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

/// <summary>Cuts an expression into tokens and hands them out one by one.</summary>
internal sealed partial class TokenReader
{
    private readonly string _expressionName;
    private readonly List<Token> _tokens = [];
    private int _next;

    /// <param name="expressionName">As the request names it: <c>FilterExpression</c>.</param>
    public TokenReader(string expressionName, string text)
    {
        _expressionName = expressionName;
        foreach (var match in Pieces().EnumerateMatches(text))
        {
            var piece = text.Substring(match.Index, match.Length);
            if (!string.IsNullOrWhiteSpace(piece))
            {
                _tokens.Add(new Token(KindOf(piece), piece));
            }
        }

        if (_tokens.Count == 0)
        {
            throw Invalid("The expression can not be empty;");
        }
    }

    public Token Peek => _next < _tokens.Count ? _tokens[_next] : new Token(TokenKind.End, "<EOF>");

    public Token Take()
    {
        var token = Peek;
        _next++;
        return token;
    }

    public bool TakeIf(string symbol)
    {
        if (!Peek.Is(symbol))
        {
            return false;
        }

        _next++;
        return true;
    }

    public bool TakeIfWord(string keyword)
    {
        if (!Peek.IsWord(keyword))
        {
            return false;
        }

        _next++;
        return true;
    }

    public bool NextIsCall => Peek.Kind == TokenKind.Word && _next + 1 < _tokens.Count && _tokens[_next + 1].Is("(");

    public void Expect(string symbol)
    {
        if (!TakeIf(symbol))
        {
            throw Unexpected();
        }
    }

    public void ExpectEnd()
    {
        if (Peek.Kind != TokenKind.End)
        {
            throw Unexpected();
        }
    }

    public AwsException Unexpected() => Invalid($"Syntax error; token: \"{Peek.Text}\"");

    public AwsException Invalid(string what) => DynamoErrors.Validation($"Invalid {_expressionName}: {what}");

    private static TokenKind KindOf(string piece) => piece[0] switch
    {
        '#' when piece.Length > 1 => TokenKind.NamePlaceholder,
        ':' when piece.Length > 1 => TokenKind.ValuePlaceholder,
        _ when char.IsAsciiDigit(piece[0]) => TokenKind.Index,
        _ when char.IsAsciiLetter(piece[0]) || piece[0] == '_' => TokenKind.Word,
        _ => TokenKind.Symbol,
    };

    [GeneratedRegex(
        @"\s+|[#:]?[A-Za-z_][A-Za-z0-9_]*|[#:][A-Za-z0-9_]+|[0-9]+|<>|<=|>=|[\s\S]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pieces();
}
