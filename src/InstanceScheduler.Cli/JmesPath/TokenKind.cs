namespace InstanceScheduler.Cli.JmesPath;

internal enum TokenKind
{
    End,
    Name,
    QuotedName,
    Literal,
    Number,
    Star,
    Current,
    Ampersand,
    Not,
    Dot,
    Comma,
    Colon,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    LeftParenthesis,
    RightParenthesis,

    /// <summary><c>[]</c>.</summary>
    Flatten,

    /// <summary><c>[?</c>.</summary>
    Filter,
    Pipe,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
