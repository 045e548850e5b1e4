using System.Text;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>One item of the state table in memory.</summary>
internal sealed class StateItem(string range, string? readTimestamp = null)
{
    private const int OverheadBytes = 512;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Range key.</summary>
    public string Range { get; } = range;

    /// <summary>The timestamp in the table, as last read or written; null when there is none.</summary>
    public string? ReadTimestamp { get; set; } = readTimestamp;

    /// <summary>Instance ids and their values.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Ids that were unseen at the last clean-up.</summary>
    public HashSet<string> Purge { get; init; } = new(StringComparer.Ordinal);

    /// <summary>When the last clean-up looked; kept in the first pending item only.</summary>
    public string? Checked { get; set; }

    /// <summary>Whether it differs from what was read.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Bytes it may need, values counted at the longest they can become so that it never outgrows its limit in place.</summary>
    public int Size { get; private set; } = OverheadBytes;

    public static int SizeOf(string id, string value, int longestValue) =>
        Encoding.UTF8.GetByteCount(id) + Math.Max(longestValue, Encoding.UTF8.GetByteCount(value));

    public void Set(string id, string value, int longestValue)
    {
        Drop(id, longestValue);
        _values[id] = value;
        Size += SizeOf(id, value, longestValue);
    }

    public void Drop(string id, int longestValue)
    {
        if (_values.Remove(id, out var old))
            Size -= SizeOf(id, old, longestValue);
    }
}
