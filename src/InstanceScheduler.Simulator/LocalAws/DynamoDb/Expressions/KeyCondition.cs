namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

/// <summary>A key condition: one hash key, and what the range key must be.</summary>
internal sealed record KeyCondition(DynamoValue Hash, Condition? Range)
{
    public static KeyCondition Of(Condition condition, KeySchema schema)
    {
        var (first, second) = condition is Condition.And both ? (both.Left, (Condition?)both.Right) : (condition, null);
        if (HashIn(first, schema) is { } hash)
        {
            return new KeyCondition(hash, Checked(second, schema));
        }

        return second is not null && HashIn(second, schema) is { } later
            ? new KeyCondition(later, Checked(first, schema))
            : throw DynamoErrors.Validation($"Query condition missed key schema element: {schema.Hash.Name}");
    }

    private static DynamoValue? HashIn(Condition condition, KeySchema schema) =>
        condition is Condition.Comparison { Comparator: "=", Right: Operand.Constant constant } comparison
            && About(comparison.Left, schema.Hash)
            ? constant.Value.Kind == schema.Hash.Kind ? constant.Value : throw WrongType()
            : null;

    private static Condition? Checked(Condition? condition, KeySchema schema)
    {
        var (subject, bounds) = condition switch
        {
            null => (null, []),
            Condition.Comparison { Comparator: not "<>" } c => (c.Left, [c.Right]),
            Condition.Between b => (b.Value, [b.Low, b.High]),
            Condition.BeginsWith b => (b.Value, [b.Prefix]),
            _ => ((Operand?)null, (Operand[])[]),
        };
        if (condition is null)
        {
            return null;
        }

        if (subject is null || schema.Range is null || !About(subject, schema.Range))
        {
            throw schema.Range is null || subject is not null
                ? DynamoErrors.Validation("Query key condition not supported")
                : DynamoErrors.Validation("Invalid operator used in KeyConditionExpression");
        }

        return bounds.All(b => b is Operand.Constant constant && constant.Value.Kind == schema.Range.Kind) ? condition : throw WrongType();
    }

    private static bool About(Operand operand, KeyAttribute key) =>
        operand is Operand.Place { Path: { Steps.IsEmpty: true } path } && path.Attribute == key.Name;

    private static Protocol.AwsException WrongType() =>
        DynamoErrors.Validation("One or more parameter values were invalid: Condition parameter type does not match schema type");
}
