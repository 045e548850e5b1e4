using System.Collections.Immutable;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>The items that together hold one kind of entry of a target; an id stays in the item it is in.</summary>
/// <param name="rangeOf">Range key of the nth item.</param>
/// <param name="entrySize">Bytes an entry can take in place.</param>
internal sealed class StateShards(Func<int, string> rangeOf, EntrySize entrySize)
{
    /// <summary>Larger items would cost more to write than they save.</summary>
    public const int MaxItemBytes = 64 * 1024;

    private readonly List<StateItem> _items = [];
    private readonly Dictionary<string, StateItem> _homes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _originals = new(StringComparer.Ordinal);

    // By item, since a hundred thousand originals are too many to look through for each item that was written.
    private readonly Dictionary<StateItem, List<string>> _touched = [];

    public IReadOnlyList<StateItem> Items => _items;

    public IEnumerable<string> Ids => _homes.Keys;

    public string? this[string id] => _homes.TryGetValue(id, out var home) ? home.Values[id] : null;

    /// <summary>Changes that are not written yet: id, value in the table, value now (null: none).</summary>
    public IEnumerable<(string Id, string? Original, string? Now)> Changes =>
        _originals.Where(original => HasChanged(original.Key)).Select(original => (original.Key, original.Value, this[original.Key]));

    public void Add(StateItem item)
    {
        _items.Add(item);
        foreach (var id in item.Values.Keys)
            _homes[id] = item;
    }

    public void Set(string id, string value)
    {
        if (this[id] == value)
            return;
        var home = _homes.GetValueOrDefault(id) ?? RoomFor(entrySize.Of(id, value));
        Touch(id, home, this[id]);
        home.Set(id, value);
        home.IsDirty = true;
        _homes[id] = home;
    }

    public void Remove(string id)
    {
        if (!_homes.Remove(id, out var home))
            return;
        Touch(id, home, home.Values[id]);
        home.Drop(id);
        home.IsDirty = true;
    }

    public bool HasChanged(string id) => _originals.TryGetValue(id, out var original) && original != this[id];

    /// <summary>Notes that an item is in the table as it is here.</summary>
    public void MarkWritten(StateItem item)
    {
        item.IsDirty = false;
        if (!_touched.Remove(item, out var ids))
            return;
        foreach (var id in ids)
        {
            _originals.Remove(id);
            // It may have moved, and where it is now it is not in the table yet.
            if (_homes.TryGetValue(id, out var home) && home != item && home.IsDirty)
                Touch(id, home, original: null);
        }
    }

    /// <summary>The item with the lowest number, made where there is none yet.</summary>
    public StateItem First() => _items.Find(item => item.Range == rangeOf(0)) ?? Append(0);

    /// <summary>Makes these the ids that are marked for the clean-up.</summary>
    public void Mark(IEnumerable<string> ids)
    {
        var before = _items.ToDictionary(item => item, item => item.TakeMarks());
        foreach (var id in ids)
            (_homes.GetValueOrDefault(id) ?? RoomFor(EntrySize.OfName(id))).Mark(id);
        foreach (var item in _items)
            item.IsDirty |= !item.Purge.SetEquals(before.GetValueOrDefault(item, ImmutableHashSet<string>.Empty));
    }

    private void Touch(string id, StateItem home, string? original)
    {
        if (!_originals.TryAdd(id, original))
            return;
        if (!_touched.TryGetValue(home, out var ids))
            _touched[home] = ids = [];
        ids.Add(id);
    }

    private StateItem RoomFor(int size)
    {
        if (_items.Find(item => item.Size + size <= MaxItemBytes) is { } roomy)
            return roomy;
        var number = 0;
        while (_items.Exists(item => item.Range == rangeOf(number)))
            number++;
        return Append(number);
    }

    private StateItem Append(int number)
    {
        var item = new StateItem(rangeOf(number), entrySize);
        _items.Add(item);
        return item;
    }
}
