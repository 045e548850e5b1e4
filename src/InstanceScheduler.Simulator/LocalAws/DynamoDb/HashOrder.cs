namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>The order of partitions in a scan: by a hash, so that nobody comes to rely on it; ties by the key itself.</summary>
internal sealed class HashOrder : IComparer<DynamoValue>
{
    public static HashOrder Instance { get; } = new();

    public int Compare(DynamoValue? x, DynamoValue? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byHash = Hash(x).CompareTo(Hash(y));
        return byHash != 0 ? byHash : DynamoOrder.Instance.Compare(x, y);
    }

    // FNV-1a: string.GetHashCode differs between processes.
    private static uint Hash(DynamoValue key)
    {
        var hash = 2166136261u;
        var text = key.Kind == DynamoKind.S ? key.Text : key.ToString();
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return hash;
    }
}
