using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext> : ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly TSGContext _context;

    public SourceGeneratorLambdaJsonSerializer() : this(null)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer)
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNameCaseInsensitive = true,
        };
        customizer?.Invoke(options);
        // A generated context takes its options in one constructor; the annotation on TSGContext keeps it for the trimmer.
        _context = (TSGContext)Activator.CreateInstance(typeof(TSGContext), options)!;
    }

    public T Deserialize<T>(Stream requestStream) =>
        Guard<T, T>("read", () => JsonSerializer.Deserialize(requestStream, TypeInfo<T>())!);

    public void Serialize<T>(T response, Stream responseStream) => Guard<T, int>("write", () =>
    {
        using var writer = new Utf8JsonWriter(responseStream, WriterOptions);
        JsonSerializer.Serialize(writer, response, TypeInfo<T>());
        return 0;
    });

    private JsonTypeInfo<T> TypeInfo<T>() =>
        _context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new JsonSerializerException($"{typeof(TSGContext).FullName} declares no [JsonSerializable] for {typeof(T).FullName}.");

    private static TResult Guard<T, TResult>(string verb, Func<TResult> convert)
    {
        try
        {
            return convert();
        }
        catch (Exception e)
        {
            throw new JsonSerializerException($"Cannot {verb} {typeof(T).FullName} as JSON: {e.Message}", e);
        }
    }
}
