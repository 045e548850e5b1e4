using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InstanceScheduler.Lambda.Logging;

/// <summary>Writes log lines to a stream, whole lines only, from any thread.</summary>
internal sealed class JsonLineWriter(Stream output)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public void Write(Action<Utf8JsonWriter> write)
    {
        lock (_lock)
        {
            _buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_buffer, Options))
            {
                json.WriteStartObject();
                write(json);
                json.WriteEndObject();
            }

            _buffer.Write("\n"u8);
            output.Write(_buffer.WrittenSpan);
            output.Flush();
        }
    }
}
