using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>The answer to a request of CloudFormation.</summary>
/// <param name="Request">What is answered.</param>
/// <param name="PhysicalId">The resource's id from now on; in every answer, since CloudFormation rejects one without.</param>
/// <param name="Failure">Why it failed; null when it succeeded.</param>
internal sealed record ResourceAnswer(ResourceRequest Request, string PhysicalId, string? Failure = null)
{
    /// <summary>Bytes of the whole body at most.</summary>
    public const int LargestBody = 4096;

    private const string Ellipsis = "…";

    // Of an address in a reason, of Chinese letters in a name: nothing here is read by a browser, and escapes cost bytes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Values for <c>Fn::GetAtt</c>.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string Status => Failure is null ? ResourceFields.Success : ResourceFields.Failed;

    /// <summary>The body; a reason that is too long for it ends early, at a whole character.</summary>
    public byte[] ToBytes()
    {
        var whole = Write(Failure);
        if (whole.Length <= LargestBody || Failure is null)
            return whole;
        var (fits, tooLong) = (0, Failure.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (Write(Beginning(Failure, middle)).Length <= LargestBody)
                fits = middle;
            else
                tooLong = middle;
        }

        return Write(Beginning(Failure, fits));
    }

    private static string Beginning(string reason, int length) =>
        reason[..(length > 0 && char.IsHighSurrogate(reason[length - 1]) ? length - 1 : length)] + Ellipsis;

    private byte[] Write(string? reason)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString(ResourceFields.Status, Status);
            if (reason is not null)
                json.WriteString(ResourceFields.Reason, reason);
            json.WriteString(ResourceFields.PhysicalResourceId, PhysicalId);
            json.WriteString(ResourceFields.StackId, Request.StackId);
            json.WriteString(ResourceFields.RequestId, Request.RequestId);
            json.WriteString(ResourceFields.LogicalResourceId, Request.LogicalId);
            if (!Data.IsEmpty)
                WriteData(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void WriteData(Utf8JsonWriter json)
    {
        json.WriteStartObject(ResourceFields.Data);
        foreach (var (name, value) in Data)
            json.WriteString(name, value);
        json.WriteEndObject();
    }
}
