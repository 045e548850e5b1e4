using System.Collections.Immutable;
using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>An attribute value; immutable, compared by value.</summary>
internal sealed class DynamoValue : IEquatable<DynamoValue>
{
    private readonly object? _content;

    private DynamoValue(DynamoKind kind, object? content) => (Kind, _content) = (kind, content);

    public DynamoKind Kind { get; }

    /// <summary>Of an S.</summary>
    public string Text => Content<string>(DynamoKind.S);

    /// <summary>Of an N. Up to 28 digits; AWS has 38.</summary>
    public decimal Number => Content<decimal>(DynamoKind.N);

    /// <summary>Of a B.</summary>
    public ImmutableArray<byte> Bytes => Content<ImmutableArray<byte>>(DynamoKind.B);

    /// <summary>Of a BOOL.</summary>
    public bool Truth => Content<bool>(DynamoKind.BOOL);

    /// <summary>Of an L or a set; a set's are sorted.</summary>
    public ImmutableArray<DynamoValue> Elements => Kind is DynamoKind.L or DynamoKind.SS or DynamoKind.NS or DynamoKind.BS
        ? (ImmutableArray<DynamoValue>)_content!
        : throw Not("a list or set");

    /// <summary>Of an M.</summary>
    public DynamoItem Members => Content<DynamoItem>(DynamoKind.M);

    /// <summary>Bytes, as DynamoDB counts them for its limits.</summary>
    public int Size => Kind switch
    {
        DynamoKind.S => Encoding.UTF8.GetByteCount(Text),
        DynamoKind.N => (Number.ToString().Count(char.IsAsciiDigit) / 2) + 1,
        DynamoKind.B => Bytes.Length,
        DynamoKind.BOOL or DynamoKind.NULL => 1,
        DynamoKind.L => 3 + Elements.Sum(e => e.Size + 1),
        DynamoKind.M => 3 + Members.Size + Members.Count,
        _ => Elements.Sum(e => e.Size),
    };

    public static DynamoValue Null { get; } = new(DynamoKind.NULL, null);

    public static DynamoValue Of(string text) => new(DynamoKind.S, text);

    // Dividing by a one with all digits drops the zeros at the end, which DynamoDB does not keep either.
    public static DynamoValue Of(decimal number) => new(DynamoKind.N, number / 1.0000000000000000000000000000m);

    public static DynamoValue Of(bool truth) => new(DynamoKind.BOOL, truth);

    public static DynamoValue Of(ImmutableArray<byte> bytes) => new(DynamoKind.B, bytes);

    public static DynamoValue Of(DynamoItem members) => new(DynamoKind.M, members);

    public static DynamoValue List(IEnumerable<DynamoValue> elements) => new(DynamoKind.L, elements.ToImmutableArray());

    public static DynamoValue Set(DynamoKind kind, IEnumerable<DynamoValue> elements) =>
        new(kind, elements.Order(DynamoOrder.Instance).ToImmutableArray());

    public bool Equals(DynamoValue? other)
    {
        if (other is null || other.Kind != Kind)
        {
            return false;
        }

        return Kind switch
        {
            DynamoKind.B => Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan()),
            DynamoKind.L or DynamoKind.SS or DynamoKind.NS or DynamoKind.BS => Elements.SequenceEqual(other.Elements),
            _ => Equals(_content, other._content),
        };
    }

    public override bool Equals(object? obj) => Equals(obj as DynamoValue);

    public override int GetHashCode() => Kind switch
    {
        DynamoKind.S or DynamoKind.N or DynamoKind.BOOL => HashCode.Combine(Kind, _content),
        _ => (int)Kind,
    };

    /// <summary>The wire form, for tests and messages.</summary>
    public override string ToString() => DynamoJson.Text(this);

    private T Content<T>(DynamoKind kind) => Kind == kind ? (T)_content! : throw Not(kind.ToString());

    private InvalidOperationException Not(string wanted) => new($"The attribute value {this} is not {wanted}; look at its Kind first.");
}
