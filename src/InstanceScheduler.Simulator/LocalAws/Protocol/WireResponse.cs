using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>An HTTP answer as both transports send it.</summary>
internal sealed record WireResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether the connection breaks in the middle of the body.</summary>
    public bool IsCut { get; init; }

    public WireResponse With(string header, string value) => this with { Headers = Headers.Add(new(header, value)) };
}
