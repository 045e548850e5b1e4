namespace InstanceScheduler.Aws.StateTable;

/// <summary>One item of the state table in memory.</summary>
internal sealed class StateItem(string range, EntrySize entrySize, string? readTimestamp = null)
{
    private const int OverheadBytes = 512;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private HashSet<string> _purge = new(StringComparer.Ordinal);
    private int _entryBytes;
    private int _strangerBytes;

    /// <summary>Range key.</summary>
    public string Range { get; } = range;

    /// <summary>The timestamp in the table, as last read or written; null when there is none.</summary>
    public string? ReadTimestamp { get; set; } = readTimestamp;

    /// <summary>Instance ids and their values.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Ids that were unseen at the last clean-up.</summary>
    public IReadOnlySet<string> Purge => _purge;

    /// <summary>When the last clean-up looked; kept in the first pending item only.</summary>
    public string? Checked { get; set; }

    /// <summary>Whether it differs from what was read.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Bytes it may need.</summary>
    public int Size => OverheadBytes + _entryBytes + _strangerBytes;

    public void Set(string id, string value)
    {
        Drop(id);
        _values[id] = value;
        _entryBytes += entrySize.Of(id, value);
    }

    public void Drop(string id)
    {
        if (_values.Remove(id, out var old))
            _entryBytes -= entrySize.Of(id, old);
    }

    /// <summary>Marks an id for the clean-up, one of its own or one that has no entry here.</summary>
    public void Mark(string id)
    {
        if (_purge.Add(id) && !_values.ContainsKey(id))
            _strangerBytes += EntrySize.OfName(id);
    }

    /// <summary>Takes all marks out and returns them.</summary>
    public IReadOnlySet<string> TakeMarks()
    {
        var marks = _purge;
        (_purge, _strangerBytes) = (new HashSet<string>(StringComparer.Ordinal), 0);
        return marks;
    }
}
