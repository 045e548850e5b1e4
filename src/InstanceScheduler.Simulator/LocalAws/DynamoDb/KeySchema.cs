namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>The key attributes of a table. Range is null for a table with a hash key only.</summary>
internal sealed record KeySchema(KeyAttribute Hash, KeyAttribute? Range)
{
    private const int LongestHash = 2048;
    private const int LongestRange = 1024;

    public IEnumerable<string> Names => Range is null ? [Hash.Name] : [Hash.Name, Range.Name];

    /// <summary>The key of a whole item, checked.</summary>
    public DynamoItem Of(DynamoItem item)
    {
        Check(item, Hash, LongestHash);
        if (Range is not null)
        {
            Check(item, Range, LongestRange);
        }

        return item.Only(Names);
    }

    /// <summary>A key given by itself: all key attributes, no other.</summary>
    public DynamoItem Exactly(DynamoItem key) =>
        key.Count == Names.Count() && Names.All(key.ContainsKey) && Kinds(key) ? Of(key) : throw DynamoErrors.KeyMismatch();

    private bool Kinds(DynamoItem key) => key[Hash.Name].Kind == Hash.Kind && (Range is null || key[Range.Name].Kind == Range.Kind);

    private static void Check(DynamoItem item, KeyAttribute key, int longest)
    {
        if (!item.TryGetValue(key.Name, out var value))
        {
            throw DynamoErrors.Validation($"One or more parameter values were invalid: Missing the key {key.Name} in the item");
        }

        if (value.Kind != key.Kind)
        {
            throw DynamoErrors.Validation(
                $"One or more parameter values were invalid: Type mismatch for key {key.Name} expected: {key.Kind} actual: {value.Kind}");
        }

        if (value is { Kind: DynamoKind.S, Text: "" })
        {
            throw DynamoErrors.Validation(
                "One or more parameter values are not valid. " +
                $"The AttributeValue for a key attribute cannot contain an empty string value. Key: {key.Name}");
        }

        if (value.Size > longest)
        {
            throw DynamoErrors.Validation(
                "One or more parameter values were invalid: " +
                $"Size of key {key.Name} has exceeded the maximum size limit of {longest} bytes");
        }
    }
}
