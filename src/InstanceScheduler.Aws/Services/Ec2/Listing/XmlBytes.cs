using System.Buffers;
using System.Xml;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>A window on the bytes of a stream; what was passed makes room for what comes.</summary>
internal sealed class XmlBytes(Stream stream) : IDisposable
{
    private const int FirstSize = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _begin;
    private int _end;

    /// <summary>What is here and was not passed.</summary>
    public ReadOnlySpan<byte> Rest => _bytes.AsSpan(_begin, _end - _begin);

    public void Pass(int count) => _begin += count;

    /// <summary>Reads on; what was not passed stays, and <see cref="Rest"/> is longer afterwards.</summary>
    /// <exception cref="XmlException">There is no more.</exception>
    public void Read()
    {
        if (!TryRead())
            throw new XmlException("The XML ends in the middle.");
    }

    /// <summary>So many bytes and what follows, read on if need be.</summary>
    public ReadOnlySpan<byte> AtLeast(int count)
    {
        while (_end - _begin < count)
            Read();
        return Rest;
    }

    /// <summary>Passes all up to the mark and the mark itself.</summary>
    public void PassThrough(ReadOnlySpan<byte> mark)
    {
        int found;
        while ((found = Rest.IndexOf(mark)) < 0)
        {
            // The mark may begin at the end of what is here.
            Pass(Math.Max(0, Rest.Length - mark.Length + 1));
            Read();
        }

        Pass(found + mark.Length);
    }

    public void Dispose()
    {
        if (_bytes.Length == 0)
            return;
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private bool TryRead()
    {
        if (_begin > 0)
        {
            Rest.CopyTo(_bytes);
            (_begin, _end) = (0, _end - _begin);
        }

        if (_end == _bytes.Length)
            Grow();
        var read = stream.Read(_bytes, _end, _bytes.Length - _end);
        _end += read;
        return read > 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _bytes.Length);
        _bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
