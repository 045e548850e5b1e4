using System.Buffers;
using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>AWS JSON 1.0 and 1.1: the operation in <c>X-Amz-Target</c>, one object each way.</summary>
/// <param name="targetPrefix">What stands before the dot in <c>X-Amz-Target</c>.</param>
/// <param name="contentType">Names the version of the protocol.</param>
/// <param name="errorPrefix">Stands before the code in <c>__type</c>.</param>
/// <param name="operations">By name.</param>
/// <param name="resources">What a call is about.</param>
internal sealed class JsonProtocol(
    string targetPrefix,
    string contentType,
    string errorPrefix,
    IReadOnlyDictionary<string, JsonOperation> operations,
    Func<JsonElement, IReadOnlyList<string>> resources)
{
    public ServiceCall Read(WireRequest request, CallScope scope)
    {
        var target = (request.Header("X-Amz-Target") ?? "").Split('.');
        if (target is not [var prefix, var name] || prefix != targetPrefix || !operations.TryGetValue(name, out var operation))
        {
            throw new AwsException("UnknownOperationException", "");
        }

        var input = Parse(request.Body);
        return new ServiceCall(
            name, Run(() => resources(input)), (requestId, _) => ValueTask.FromResult(Answer(operation, scope, input, requestId)));
    }

    public WireResponse Refuse(AwsException error, string requestId) =>
        new WireResponse(error.Status, contentType, JsonErrors.Body(errorPrefix + error.Code, error.Message, error.FurtherMembers))
            .With("x-amzn-RequestId", requestId);

    private ServiceAnswer Answer(JsonOperation operation, CallScope scope, JsonElement input, string requestId)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var output = new Utf8JsonWriter(buffer);
        output.WriteStartObject();
        var items = Run(() => operation(scope, input, output));
        output.WriteEndObject();
        output.Flush();
        return new ServiceAnswer(new WireResponse(200, contentType, buffer.WrittenMemory).With("x-amzn-RequestId", requestId), items);
    }

    // Members of the wrong JSON type surface wherever they are read.
    private static T Run<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException or FormatException)
        {
            throw new AwsException("SerializationException", e.Message);
        }
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            throw new AwsException("SerializationException", "The request body is not a JSON document.");
        }
    }
}
