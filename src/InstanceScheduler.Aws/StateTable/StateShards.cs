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

    // Values in the table of what was changed here. By item: a hundred thousand are too many to look through for each item that was written.
    private readonly Dictionary<StateItem, Dictionary<string, string?>> _originals = [];

    // Where an id that was removed had its entry; that is still where its original is.
    private readonly Dictionary<string, StateItem> _removed = new(StringComparer.Ordinal);

    public IReadOnlyList<StateItem> Items => _items;

    public IEnumerable<string> Ids => _homes.Keys;

    public string? this[string id] => _homes.TryGetValue(id, out var home) ? home.Values[id] : null;

    /// <summary>Changes that are not written yet: id, value in the table, value now (null: none).</summary>
    public IEnumerable<(string Id, string? Original, string? Now)> Changes =>
        _originals.Values.SelectMany(originals => originals).Where(original => original.Value != this[original.Key])
            .Select(original => (original.Key, original.Value, this[original.Key]));

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
        _removed.TryAdd(id, home);
    }

    public bool HasChanged(string id) =>
        (_removed.GetValueOrDefault(id) ?? _homes.GetValueOrDefault(id)) is { } home
        && _originals.TryGetValue(home, out var originals) && originals.TryGetValue(id, out var original) && original != this[id];

    /// <summary>Notes that an item is in the table as it is here.</summary>
    public void MarkWritten(StateItem item)
    {
        item.IsDirty = false;
        if (!_originals.Remove(item, out var originals) || _removed.Count == 0)
            return;
        foreach (var id in originals.Keys)
            if (_removed.Remove(id) && _homes.TryGetValue(id, out var home) && home != item && home.IsDirty)
                // It moved, and where it is now it is not in the table yet.
                Touch(id, home, original: null);
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
        var first = _removed.GetValueOrDefault(id, home);
        if (!_originals.TryGetValue(first, out var originals))
            _originals[first] = originals = new(StringComparer.Ordinal);
        originals.TryAdd(id, original);
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
