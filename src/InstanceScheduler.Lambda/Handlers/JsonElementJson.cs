using System.Text.Json;
using System.Text.Json.Serialization;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Serializer of an event as it came.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class JsonElementJson : JsonSerializerContext;
