using System.Net;
using System.Net.Http.Headers;

namespace InstanceScheduler.Aws.Tests;

/// <summary>Answers every request alike. A body shorter than its claimed length breaks off as a lost connection does.</summary>
internal sealed class OneAnswer(HttpStatusCode status, string contentType, byte[] body, long? claimedLength) : HttpMessageHandler
{
    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        HttpContent content = claimedLength is { } length ? new BrokenContent(body, length) : new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = content });
    }

    private sealed class BrokenContent(byte[] body, long length) : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BreakingStream(body));

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(body);
            throw Broken();
        }

        protected override bool TryComputeLength(out long length1)
        {
            length1 = length;
            return true;
        }

        private static HttpIOException Broken() => new(HttpRequestError.ResponseEnded, "The answer broke off.");

        private sealed class BreakingStream(byte[] body) : Stream
        {
            private int _position;

            public override bool CanRead => true;

            public override bool CanSeek => false;

            public override bool CanWrite => false;

            public override long Length => throw new NotSupportedException();

            public override long Position { get => _position; set => throw new NotSupportedException(); }

            public override int Read(byte[] buffer, int offset, int count)
            {
                if (_position == body.Length)
                    throw Broken();
                var read = Math.Min(count, body.Length - _position);
                body.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
                _position += read;
                return read;
            }

            public override void Flush()
            {
            }

            public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

            public override void SetLength(long value) => throw new NotSupportedException();

            public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        }
    }
}
