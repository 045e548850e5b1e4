namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

internal enum TokenKind
{
    /// <summary>A keyword, a function or an attribute name.</summary>
    Word,

    /// <summary><c>#name</c></summary>
    NamePlaceholder,

    /// <summary><c>:value</c></summary>
    ValuePlaceholder,

    /// <summary>A list index.</summary>
    Index,

    /// <summary>Brackets, comparators and the like.</summary>
    Symbol,

    /// <summary>Nothing more.</summary>
    End,
}
