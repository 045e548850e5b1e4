using System.Diagnostics.CodeAnalysis;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Items in the order of their ids, whose case is of no account. Guarded by its region.</summary>
internal sealed class IdIndex<T>
    where T : class
{
    private readonly SortedList<string, T> _items = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<T> All => _items.Values;

    public bool TryAdd(string id, T item) => _items.TryAdd(id, item);

    public void Remove(string id) => _items.Remove(id);

    public bool TryGet(string id, [NotNullWhen(true)] out T? item) => _items.TryGetValue(id, out item);

    /// <param name="after">The last id already seen, which need not be there any more; null for all items.</param>
    public IEnumerable<KeyValuePair<string, T>> From(string? after)
    {
        for (var i = after is null ? 0 : FirstAfter(after); i < _items.Count; i++)
        {
            yield return new(_items.GetKeyAtIndex(i), _items.GetValueAtIndex(i));
        }
    }

    private int FirstAfter(string id)
    {
        var (low, high) = (0, _items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var isSeen = _items.Comparer.Compare(_items.GetKeyAtIndex(middle), id) <= 0;
            (low, high) = isSeen ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
