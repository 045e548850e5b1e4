using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

namespace InstanceScheduler.StandIns.Tests.Lambda;

[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(CloudWatchEvent<Dictionary<string, string>>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class EventJson : JsonSerializerContext;
