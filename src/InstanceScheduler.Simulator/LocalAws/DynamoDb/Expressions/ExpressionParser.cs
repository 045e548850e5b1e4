using System.Collections.Immutable;
using System.Globalization;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

/// <summary>Reads conditions, filters, key conditions and projections: one grammar, recursive descent.</summary>
internal sealed class ExpressionParser
{
    private readonly TokenReader _reader;
    private readonly Placeholders _placeholders;

    private ExpressionParser(TokenReader reader, Placeholders placeholders) => (_reader, _placeholders) = (reader, placeholders);

    /// <param name="name">As the request names it: <c>FilterExpression</c>.</param>
    public static Condition Condition(string name, string text, Placeholders placeholders)
    {
        var parser = new ExpressionParser(new TokenReader(name, text), placeholders);
        var condition = parser.Either();
        parser._reader.ExpectEnd();
        return condition;
    }

    public static ImmutableArray<DocumentPath> Projection(string text, Placeholders placeholders)
    {
        var parser = new ExpressionParser(new TokenReader("ProjectionExpression", text), placeholders);
        var paths = ImmutableArray.CreateBuilder<DocumentPath>();
        do
        {
            paths.Add(parser.Path());
        }
        while (parser._reader.TakeIf(","));
        parser._reader.ExpectEnd();
        return paths.ToImmutable();
    }

    /// <summary>For the update grammar, which shares names, paths and values.</summary>
    internal static ExpressionParser Over(TokenReader reader, Placeholders placeholders) => new(reader, placeholders);

    internal DocumentPath Path()
    {
        var attribute = Name();
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        while (true)
        {
            if (_reader.TakeIf("."))
            {
                steps.Add(new PathStep(Name(), 0));
            }
            else if (_reader.TakeIf("["))
            {
                var index = _reader.Peek.Kind == TokenKind.Index ? _reader.Take().Text : throw _reader.Unexpected();
                steps.Add(new PathStep(null, int.Parse(index, CultureInfo.InvariantCulture)));
                _reader.Expect("]");
            }
            else
            {
                return new DocumentPath(attribute, steps.ToImmutable());
            }
        }
    }

    internal Operand Operand()
    {
        if (_reader.Peek.Kind == TokenKind.ValuePlaceholder)
        {
            return new Operand.Constant(_placeholders.Value(_reader, _reader.Take().Text));
        }

        if (_reader.NextIsCall && _reader.TakeIfWord("size"))
        {
            _reader.Expect("(");
            var of = Operand();
            _reader.Expect(")");
            return new Operand.Size(of);
        }

        return new Operand.Place(Path());
    }

    private Condition Either()
    {
        var left = Both();
        while (_reader.TakeIfWord("OR"))
        {
            left = new Condition.Or(left, Both());
        }

        return left;
    }

    private Condition Both()
    {
        var left = Negated();
        while (_reader.TakeIfWord("AND"))
        {
            left = new Condition.And(left, Negated());
        }

        return left;
    }

    private Condition Negated() => _reader.TakeIfWord("NOT") ? new Condition.Not(Negated()) : Single();

    private Condition Single()
    {
        if (_reader.TakeIf("("))
        {
            var inner = Either();
            _reader.Expect(")");
            return inner;
        }

        return _reader.NextIsCall && !_reader.Peek.IsWord("size") ? Function() : Comparison();
    }

    private Condition Function()
    {
        var name = _reader.Take().Text;
        _reader.Expect("(");
        var first = Operand();
        var second = _reader.TakeIf(",") ? Operand() : null;
        _reader.Expect(")");
        return (name, second) switch
        {
            ("attribute_exists", null) => new Condition.Exists(first),
            ("attribute_not_exists", null) => new Condition.Not(new Condition.Exists(first)),
            ("attribute_type", not null) => new Condition.OfType(first, second),
            ("begins_with", not null) => new Condition.BeginsWith(first, second),
            ("contains", not null) => new Condition.Contains(first, second),
            _ => throw _reader.Invalid($"Invalid function name; function: {name}"),
        };
    }

    private Condition Comparison()
    {
        var left = Operand();
        if (_reader.TakeIfWord("BETWEEN"))
        {
            var low = Operand();
            return _reader.TakeIfWord("AND") ? new Condition.Between(left, low, Operand()) : throw _reader.Unexpected();
        }

        if (_reader.TakeIfWord("IN"))
        {
            return new Condition.In(left, Choices());
        }

        return _reader.Peek is { Kind: TokenKind.Symbol, Text: "=" or "<>" or "<" or "<=" or ">" or ">=" }
            ? new Condition.Comparison(left, _reader.Take().Text, Operand())
            : throw _reader.Unexpected();
    }

    private ImmutableArray<Operand> Choices()
    {
        var choices = ImmutableArray.CreateBuilder<Operand>();
        _reader.Expect("(");
        do
        {
            choices.Add(Operand());
        }
        while (_reader.TakeIf(","));
        _reader.Expect(")");
        return choices.ToImmutable();
    }

    private string Name()
    {
        var token = _reader.Peek;
        switch (token.Kind)
        {
            case TokenKind.NamePlaceholder:
                _reader.Take();
                return _placeholders.Name(_reader, token.Text);
            case TokenKind.Word when ReservedWords.Contain(token.Text):
                throw _reader.Invalid($"Attribute name is a reserved keyword; reserved keyword: {token.Text}");
            case TokenKind.Word:
                _reader.Take();
                return token.Text;
            default:
                throw _reader.Unexpected();
        }
    }
}
