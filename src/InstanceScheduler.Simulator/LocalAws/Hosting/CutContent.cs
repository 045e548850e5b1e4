using System.Net;

namespace InstanceScheduler.Simulator.LocalAws.Hosting;

/// <summary>An answer whose connection breaks after half of it.</summary>
internal sealed class CutContent(ReadOnlyMemory<byte> whole) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(whole[..(whole.Length / 2)]);
        throw new HttpIOException(HttpRequestError.ResponseEnded, "The connection broke in the middle of the answer, as the fault script demands.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = whole.Length;
        return true;
    }
}
