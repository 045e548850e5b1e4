using System.Net;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Sends a handler's output and leaves the stream open: whoever made it may use it again.</summary>
internal sealed class OutputContent(Stream output) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => output.CopyToAsync(stream);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        output.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = output.CanSeek ? output.Length - output.Position : 0;
        return output.CanSeek;
    }
}
