using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

/// <summary>An update expression: SET, REMOVE, ADD and DELETE clauses. All values are read from the item as it was before.</summary>
internal sealed class Update
{
    private readonly TokenReader _reader;
    private readonly ExpressionParser _parser;
    private readonly List<(DocumentPath Path, Func<DynamoItem, DynamoValue?> Value)> _changes = [];

    private Update(TokenReader reader, Placeholders placeholders) =>
        (_reader, _parser) = (reader, ExpressionParser.Over(reader, placeholders));

    public IEnumerable<DocumentPath> Paths => _changes.Select(c => c.Path);

    public static Update Parse(string text, Placeholders placeholders)
    {
        var update = new Update(new TokenReader("UpdateExpression", text), placeholders);
        while (update._reader.Peek.Kind != TokenKind.End)
        {
            update.Clause();
        }

        return update;
    }

    public DynamoItem Apply(DynamoItem item)
    {
        var changed = item;
        foreach (var (path, value) in _changes)
        {
            changed = path.Set(changed, value(item));
        }

        return changed;
    }

    private void Clause()
    {
        Action part = _reader.Take() switch
        {
            var t when t.IsWord("SET") => Set,
            var t when t.IsWord("REMOVE") => () => _changes.Add((_parser.Path(), _ => null)),
            var t when t.IsWord("ADD") => Add,
            var t when t.IsWord("DELETE") => Delete,
            _ => throw _reader.Unexpected(),
        };
        do
        {
            part();
        }
        while (_reader.TakeIf(","));
    }

    private void Set()
    {
        var path = _parser.Path();
        _reader.Expect("=");
        var left = SetOperand();
        if (_reader.TakeIf("+"))
        {
            var right = SetOperand();
            _changes.Add((path, item => DynamoValue.Of(Number(left(item)) + Number(right(item)))));
        }
        else if (_reader.TakeIf("-"))
        {
            var right = SetOperand();
            _changes.Add((path, item => DynamoValue.Of(Number(left(item)) - Number(right(item)))));
        }
        else
        {
            _changes.Add((path, left));
        }
    }

    private Func<DynamoItem, DynamoValue> SetOperand()
    {
        if (!_reader.NextIsCall)
        {
            var operand = _parser.Operand();
            return item => operand.In(item)
                ?? throw DynamoErrors.Validation("The provided expression refers to an attribute that does not exist in the item");
        }

        var function = _reader.Take();
        _reader.Expect("(");
        var (first, _) = (_parser.Operand(), Comma());
        var second = SetOperand();
        _reader.Expect(")");
        return function.Text switch
        {
            "if_not_exists" => item => first.In(item) ?? second(item),
            "list_append" => item => DynamoValue.List([.. Existing(first.In(item)).Elements, .. second(item).Elements]),
            _ => throw _reader.Invalid($"Invalid function name; function: {function.Text}"),
        };
    }

    private void Add()
    {
        var path = _parser.Path();
        var operand = _parser.Operand();
        _changes.Add((path, item => (path.In(item), operand.In(item)!) switch
        {
            (null, var value) => value,
            ({ Kind: DynamoKind.N } old, { Kind: DynamoKind.N } value) => DynamoValue.Of(old.Number + value.Number),
            ({ Kind: DynamoKind.SS or DynamoKind.NS or DynamoKind.BS } old, var value) when old.Kind == value.Kind =>
                DynamoValue.Set(old.Kind, old.Elements.Union(value.Elements)),
            _ => throw WrongType(),
        }));
    }

    private void Delete()
    {
        var path = _parser.Path();
        var operand = _parser.Operand();
        _changes.Add((path, item =>
        {
            if (path.In(item) is not { } old)
            {
                return null;
            }

            var doomed = operand.In(item)!;
            var rest = old.Kind == doomed.Kind ? old.Elements.Except(doomed.Elements).ToArray() : throw WrongType();
            return rest.Length == 0 ? null : DynamoValue.Set(old.Kind, rest);
        }
        ));
    }

    private bool Comma()
    {
        _reader.Expect(",");
        return true;
    }

    private static decimal Number(DynamoValue value) => value.Kind == DynamoKind.N ? value.Number : throw WrongType();

    private static DynamoValue Existing(DynamoValue? value) => value is { Kind: DynamoKind.L } ? value : throw WrongType();

    private static AwsException WrongType() => DynamoErrors.Validation("An operand in the update expression has an incorrect data type");
}
