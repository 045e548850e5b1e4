using System.Buffers;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Reads the address of an answer so that it goes out byte for byte: its signature covers the escapes as they are written.</summary>
internal static class AnswerAddress
{
    private static readonly SearchValues<char> Printable = SearchValues.Create(Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).ToArray());

    // Nothing but this keeps Uri from rewriting escapes that it holds for needless.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <exception cref="ResourceRefusedException">It is no address; the text does not show it, since it is a secret.</exception>
    public static Uri Parse(string address)
    {
        // What Uri does not look at any more must not end the request line early.
        if (!address.AsSpan().ContainsAnyExcept(Printable)
            && Uri.TryCreate(address, AsWritten, out var uri)
            && uri.Scheme is "https" or "http")
            return uri;
        throw new ResourceRefusedException(address.Length == 0
            ? $"{ResourceFields.ResponseUrl} is missing"
            : $"{ResourceFields.ResponseUrl} is not an address that begins with https:// and has no blanks");
    }
}
