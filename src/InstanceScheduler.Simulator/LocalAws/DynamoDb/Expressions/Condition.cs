using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

/// <summary>A condition or filter, parsed.</summary>
internal abstract record Condition
{
    public abstract bool Holds(DynamoItem item);

    /// <param name="Comparator">As written.</param>
    internal sealed record Comparison(Operand Left, string Comparator, Operand Right) : Condition
    {
        public override bool Holds(DynamoItem item)
        {
            var (left, right) = (Left.In(item), Right.In(item));
            return Comparator switch
            {
                // What is not there differs from everything.
                "<>" => left is null || !left.Equals(right),
                _ when left is null || right is null => false,
                "=" => left.Equals(right),
                _ when left.Kind != right.Kind || left.Kind is not (DynamoKind.S or DynamoKind.N or DynamoKind.B) => false,
                "<" => DynamoOrder.Instance.Compare(left, right) < 0,
                "<=" => DynamoOrder.Instance.Compare(left, right) <= 0,
                ">" => DynamoOrder.Instance.Compare(left, right) > 0,
                _ => DynamoOrder.Instance.Compare(left, right) >= 0,
            };
        }
    }

    internal sealed record Between(Operand Value, Operand Low, Operand High) : Condition
    {
        public override bool Holds(DynamoItem item) =>
            new Comparison(Value, ">=", Low).Holds(item) && new Comparison(Value, "<=", High).Holds(item);
    }

    internal sealed record In(Operand Value, ImmutableArray<Operand> Choices) : Condition
    {
        public override bool Holds(DynamoItem item) => Choices.Any(choice => new Comparison(Value, "=", choice).Holds(item));
    }

    internal sealed record And(Condition Left, Condition Right) : Condition
    {
        public override bool Holds(DynamoItem item) => Left.Holds(item) && Right.Holds(item);
    }

    internal sealed record Or(Condition Left, Condition Right) : Condition
    {
        public override bool Holds(DynamoItem item) => Left.Holds(item) || Right.Holds(item);
    }

    internal sealed record Not(Condition Inner) : Condition
    {
        public override bool Holds(DynamoItem item) => !Inner.Holds(item);
    }

    internal sealed record Exists(Operand Value) : Condition
    {
        public override bool Holds(DynamoItem item) => Value.In(item) is not null;
    }

    internal sealed record OfType(Operand Value, Operand Type) : Condition
    {
        public override bool Holds(DynamoItem item) =>
            Value.In(item) is { } value && Type.In(item) is { Kind: DynamoKind.S } type && value.Kind.ToString() == type.Text;
    }

    internal sealed record BeginsWith(Operand Value, Operand Prefix) : Condition
    {
        public override bool Holds(DynamoItem item) => (Value.In(item), Prefix.In(item)) switch
        {
            ({ Kind: DynamoKind.S } value, { Kind: DynamoKind.S } prefix) => value.Text.StartsWith(prefix.Text, StringComparison.Ordinal),
            ({ Kind: DynamoKind.B } value, { Kind: DynamoKind.B } prefix) => value.Bytes.AsSpan().StartsWith(prefix.Bytes.AsSpan()),
            _ => false,
        };
    }

    internal sealed record Contains(Operand Value, Operand Part) : Condition
    {
        public override bool Holds(DynamoItem item) => (Value.In(item), Part.In(item)) switch
        {
            (null, _) or (_, null) => false,
            ({ Kind: DynamoKind.S } value, { Kind: DynamoKind.S } part) => value.Text.Contains(part.Text, StringComparison.Ordinal),
            ({ Kind: DynamoKind.L or DynamoKind.SS or DynamoKind.NS or DynamoKind.BS } many, var part) => many.Elements.Contains(part),
            _ => false,
        };
    }
}
