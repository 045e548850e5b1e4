namespace InstanceScheduler.Benchmarks.Load;

/// <summary>Counts what is written to it, and keeps nothing.</summary>
internal sealed class ByteCount : Stream
{
    private long _bytes;

    public long Bytes => Interlocked.Read(ref _bytes);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Bytes;

    public override long Position
    {
        get => Bytes;
        set => throw new NotSupportedException("What was written is not kept.");
    }

    public override void Write(ReadOnlySpan<byte> buffer) => Interlocked.Add(ref _bytes, buffer.Length);

    public override void Write(byte[] buffer, int offset, int count) => Interlocked.Add(ref _bytes, count);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("What was written is not kept.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("What was written is not kept.");

    public override void SetLength(long value) => throw new NotSupportedException("What was written is not kept.");
}
