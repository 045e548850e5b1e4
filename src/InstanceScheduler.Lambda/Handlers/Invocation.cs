using System.Text.Json;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Lambda.Logging;
using InstanceScheduler.Lambda.Settings;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>One invocation of the function.</summary>
/// <param name="Event">The event.</param>
/// <param name="Settings">The function's settings.</param>
/// <param name="Retry">The retry layer under the invocation's deadline.</param>
/// <param name="Acting">By when to stop acting.</param>
/// <param name="Saving">By when to have saved.</param>
/// <param name="Logger">Logger with the invocation's fields.</param>
/// <param name="LogPlace">Where its lines are to be found.</param>
internal sealed record Invocation(
    JsonElement Event, FunctionSettings Settings, AwsRetry Retry, RunDeadline Acting, RunDeadline Saving, JsonLineLogger Logger, LogPlace LogPlace);
