using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>An HTTP answer as both transports send it.</summary>
internal sealed record WireResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What follows <see cref="Body"/>, piece by piece: large ones that somebody keeps are not copied.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Rest { get; init; } = [];

    /// <summary>Of the body and all that follows.</summary>
    public long Length => Body.Length + Rest.Sum(piece => (long)piece.Length);

    /// <summary>The body and all that follows in one piece.</summary>
    public ReadOnlyMemory<byte> Whole
    {
        get
        {
            if (Rest.IsEmpty)
            {
                return Body;
            }

            var whole = new byte[Length];
            var at = 0;
            foreach (var piece in Rest.Insert(0, Body))
            {
                piece.CopyTo(whole.AsMemory(at));
                at += piece.Length;
            }

            return whole;
        }
    }

    /// <summary>Whether the connection breaks in the middle of the body.</summary>
    public bool IsCut { get; init; }

    public WireResponse With(string header, string value) => this with { Headers = Headers.Add(new(header, value)) };
}
