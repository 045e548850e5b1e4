using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>An item or a map: attributes by name. Immutable; a change makes a copy.</summary>
internal sealed class DynamoItem(Dictionary<string, DynamoValue> attributes)
    : IReadOnlyDictionary<string, DynamoValue>, IEquatable<DynamoItem>
{
    public int Count => attributes.Count;

    public IEnumerable<string> Keys => attributes.Keys;

    public IEnumerable<DynamoValue> Values => attributes.Values;

    /// <summary>Bytes, as DynamoDB counts them.</summary>
    public int Size { get; } = attributes.Sum(a => Encoding.UTF8.GetByteCount(a.Key) + a.Value.Size);

    public static DynamoItem Empty { get; } = new([]);

    public DynamoValue this[string name] => attributes.TryGetValue(name, out var value)
        ? value
        : throw new KeyNotFoundException($"The item has no attribute '{name}'; it has {string.Join(", ", attributes.Keys)}.");

    public bool ContainsKey(string key) => attributes.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out DynamoValue value) => attributes.TryGetValue(key, out value);

    public DynamoValue? Find(string name) => attributes.GetValueOrDefault(name);

    public DynamoItem With(string name, DynamoValue value) =>
        new(new Dictionary<string, DynamoValue>(attributes, StringComparer.Ordinal) { [name] = value });

    public DynamoItem Without(string name)
    {
        var rest = new Dictionary<string, DynamoValue>(attributes, StringComparer.Ordinal);
        rest.Remove(name);
        return new DynamoItem(rest);
    }

    public DynamoItem Only(IEnumerable<string> names) =>
        new(names.Where(attributes.ContainsKey)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => attributes[name], StringComparer.Ordinal));

    public bool Equals(DynamoItem? other) =>
        other is not null && other.Count == Count && attributes.All(a => a.Value.Equals(other.Find(a.Key)));

    public override bool Equals(object? obj) => Equals(obj as DynamoItem);

    public override int GetHashCode() => Count;

    public IEnumerator<KeyValuePair<string, DynamoValue>> GetEnumerator() => attributes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
