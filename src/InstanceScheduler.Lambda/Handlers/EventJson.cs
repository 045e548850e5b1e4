using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Serializers of the events that come typed.</summary>
[JsonSerializable(typeof(ScheduledEvent))]
internal sealed partial class EventJson : JsonSerializerContext;
