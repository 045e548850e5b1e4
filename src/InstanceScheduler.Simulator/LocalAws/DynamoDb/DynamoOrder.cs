namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>The order of range keys and of comparisons: texts by their UTF-8 bytes, numbers by value.</summary>
internal sealed class DynamoOrder : IComparer<DynamoValue>
{
    public static DynamoOrder Instance { get; } = new();

    /// <summary>Negative, zero or positive. Values of different types are in the order of the types, which is ours.</summary>
    public int Compare(DynamoValue? x, DynamoValue? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return (x.Kind, y.Kind) switch
        {
            (DynamoKind.S, DynamoKind.S) => CompareUtf8(x.Text, y.Text),
            (DynamoKind.N, DynamoKind.N) => x.Number.CompareTo(y.Number),
            (DynamoKind.B, DynamoKind.B) => x.Bytes.AsSpan().SequenceCompareTo(y.Bytes.AsSpan()),
            _ => x.Kind.CompareTo(y.Kind),
        };
    }

    private static int CompareUtf8(string x, string y)
    {
        var common = x.AsSpan().CommonPrefixLength(y);
        return common < x.Length && common < y.Length ? Rank(x[common]).CompareTo(Rank(y[common])) : x.Length.CompareTo(y.Length);
    }

    // UTF-16 puts surrogates, which stand for the highest code points, below U+E000; UTF-8 puts them last.
    private static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
