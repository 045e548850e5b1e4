using InstanceScheduler.Cli.JmesPath.Functions;
using InstanceScheduler.Cli.JmesPath.Tree;

namespace InstanceScheduler.Cli.JmesPath;

/// <summary>Builds the tree of an expression by operator precedence (Pratt): what stands first says how to begin, what follows binds by its power.</summary>
internal sealed class Parser(string text)
{
    private const int NotPower = 45;
    private const int DotPower = 40;

    // A projection goes on over what follows it, up to an operator that binds less than this.
    private const int ProjectionEnd = 10;

    // Far beyond any sensible expression, far before the stack ends.
    private const int Deepest = 250;
    private const int MostTokens = 5_000;

    private readonly IReadOnlyList<Token> _tokens = new Lexer(text).Read();
    private int _at;
    private int _depth;

    private Token Current => _tokens[_at];

    /// <exception cref="JmesPathException">The expression is not JMESPath.</exception>
    public Expression Parse()
    {
        if (_tokens.Count > MostTokens)
            throw JmesPathException.Syntax($"the expression has more than {MostTokens} parts", _tokens[MostTokens].At);
        var expression = Operand(0);
        return Current.Kind == TokenKind.End ? expression : throw Unexpected(Current);
    }

    private static int Power(TokenKind kind) => kind switch
    {
        TokenKind.Pipe => 1,
        TokenKind.Or => 2,
        TokenKind.And => 3,
        TokenKind.Equal or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => 5,
        TokenKind.Flatten => 9,
        TokenKind.Star => 20,
        TokenKind.Filter => 21,
        TokenKind.Dot => DotPower,
        TokenKind.LeftBracket => 55,
        _ => 0,
    };

    private Expression Operand(int power)
    {
        if (++_depth > Deepest)
            throw JmesPathException.Syntax($"the expression is nested deeper than {Deepest} levels", Current.At);
        var expression = First(Take());
        while (power < Power(Current.Kind))
            expression = Next(expression, Take());
        _depth--;
        return expression;
    }

    private Expression First(Token token) => token.Kind switch
    {
        TokenKind.Literal => new Literal(token.Value),
        TokenKind.Name => Current.Kind == TokenKind.LeftParenthesis ? Call(token) : new Field(token.Text),
        TokenKind.QuotedName => Current.Kind == TokenKind.LeftParenthesis
            ? throw JmesPathException.Syntax("the name of a function is written without quotes", token.At)
            : new Field(token.Text),
        TokenKind.Current => CurrentNode.Instance,
        TokenKind.Not => new Not(Operand(NotPower)),
        TokenKind.LeftParenthesis => Closed(Operand(0), TokenKind.RightParenthesis),
        TokenKind.LeftBrace => MultiSelectHash(),
        TokenKind.LeftBracket when Current.Kind is TokenKind.Number or TokenKind.Colon || IsListStar => Bracket(CurrentNode.Instance),
        TokenKind.LeftBracket => MultiSelectList(),
        TokenKind.Star or TokenKind.Flatten or TokenKind.Filter => Project(CurrentNode.Instance, token),
        _ => throw Unexpected(token),
    };

    private Expression Next(Expression left, Token token) => token.Kind switch
    {
        TokenKind.Dot when Current.Kind == TokenKind.Star => Project(left, Take()),
        TokenKind.Dot => new Chain(left, AfterDot(DotPower)),
        TokenKind.Pipe => new Chain(left, Operand(Power(token.Kind))),
        TokenKind.Or => new Or(left, Operand(Power(token.Kind))),
        TokenKind.And => new And(left, Operand(Power(token.Kind))),
        TokenKind.LeftBracket => Bracket(left),
        TokenKind.Flatten or TokenKind.Filter => Project(left, token),
        TokenKind.Equal or TokenKind.NotEqual => new Equality(left, Operand(Power(token.Kind)), token.Kind == TokenKind.Equal),
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => new Ordering(left, Operand(Power(token.Kind)), token.Kind),
        _ => throw Unexpected(token),
    };

    private Projection Project(Expression left, Token token)
    {
        Expression elements = token.Kind switch
        {
            TokenKind.Star => new ObjectValues(left),
            TokenKind.Flatten => new Flatten(left),
            _ => new Filter(left, Closed(Operand(0), TokenKind.RightBracket)),
        };
        return new Projection(elements, OfEach(Power(token.Kind)));
    }

    // After "[": an index, a slice, or all elements.
    private Expression Bracket(Expression left)
    {
        if (IsListStar)
        {
            Take();
            Take();
            return new Projection(left, OfEach(Power(TokenKind.Star)));
        }

        var start = OptionalNumber();
        if (Current.Kind != TokenKind.Colon)
            return Closed(new ElementAt(left, start ?? throw Unexpected(Current)), TokenKind.RightBracket);
        Take();
        var stop = OptionalNumber();
        var step = Current.Kind == TokenKind.Colon && Take() is not null ? OptionalNumber() : null;
        return new Projection(Closed(new Slice(left, start, stop, step), TokenKind.RightBracket), OfEach(Power(TokenKind.Star)));
    }

    private bool IsListStar => Current.Kind == TokenKind.Star && _tokens[_at + 1].Kind == TokenKind.RightBracket;

    // What a projection asks of each element.
    private Expression OfEach(int power) => Current.Kind switch
    {
        TokenKind.Dot when Take() is not null => AfterDot(power),
        TokenKind.LeftBracket or TokenKind.Filter => Operand(power),
        var kind when Power(kind) < ProjectionEnd => CurrentNode.Instance,
        _ => throw Unexpected(Current),
    };

    private Expression AfterDot(int power)
    {
        switch (Current.Kind)
        {
            case TokenKind.Name or TokenKind.QuotedName or TokenKind.Star:
                return Operand(power);
            case TokenKind.LeftBracket:
                Take();
                return MultiSelectList();
            case TokenKind.LeftBrace:
                Take();
                return MultiSelectHash();
            default:
                throw Unexpected(Current);
        }
    }

    private MultiSelectList MultiSelectList() => new(Listed(TokenKind.RightBracket, () => Operand(0)));

    private MultiSelectHash MultiSelectHash() => new(Listed(TokenKind.RightBrace, () =>
    {
        var key = Take();
        if (key.Kind is not (TokenKind.Name or TokenKind.QuotedName))
            throw Unexpected(key);
        Expect(TokenKind.Colon);
        return KeyValuePair.Create(key.Text, Operand(0));
    }));

    private Call Call(Token name)
    {
        Take();
        var arguments = Current.Kind == TokenKind.RightParenthesis && Take() is not null
            ? []
            : Listed(TokenKind.RightParenthesis, () => Current.Kind == TokenKind.Ampersand && Take() is not null
                ? new Argument(Operand(0), IsReference: true)
                : new Argument(Operand(0), IsReference: false));
        return new Call(FunctionTable.Find(name.Text, arguments.Count), arguments);
    }

    private List<T> Listed<T>(TokenKind end, Func<T> element)
    {
        var elements = new List<T> { element() };
        while (Current.Kind == TokenKind.Comma)
        {
            Take();
            elements.Add(element());
        }

        Expect(end);
        return elements;
    }

    private int? OptionalNumber()
    {
        if (Current.Kind != TokenKind.Number)
            return null;
        var token = Take();
        return int.TryParse(token.Text, out var number) ? number : throw JmesPathException.Syntax($"{token.Text} is too large for an index", token.At);
    }

    private T Closed<T>(T expression, TokenKind end)
    {
        Expect(end);
        return expression;
    }

    private void Expect(TokenKind kind)
    {
        if (Current.Kind != kind)
            throw Unexpected(Current);
        Take();
    }

    private Token Take() => Current.Kind == TokenKind.End ? Current : _tokens[_at++];

    private static JmesPathException Unexpected(Token token) => token.Kind == TokenKind.End
        ? JmesPathException.Syntax("the expression ends too early", token.At)
        : JmesPathException.Syntax($"{token} is not expected here", token.At);
}
