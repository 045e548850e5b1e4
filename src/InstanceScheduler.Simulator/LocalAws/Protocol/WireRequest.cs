namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>An HTTP request as both transports hand it over.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Path">Percent-encoded as sent, beginning with a slash.</param>
/// <param name="Query">Without the question mark; may be empty.</param>
/// <param name="Header">The header's value, null where it was not sent.</param>
/// <param name="Body">The whole body.</param>
internal sealed record WireRequest(string Method, string Path, string Query, Func<string, string?> Header, ReadOnlyMemory<byte> Body)
{
    /// <summary>All headers in their order, what the transport adds (host, length) included.</summary>
    public required Func<IReadOnlyList<KeyValuePair<string, string>>> Headers { get; init; }
}
