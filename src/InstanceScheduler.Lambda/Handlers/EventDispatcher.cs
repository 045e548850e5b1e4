using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Lambda.CustomResources;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Gives each event to the first handler that recognises it.</summary>
internal sealed partial class EventDispatcher(ImmutableArray<IEventHandler> handlers, Announcements announcements, TimeProvider time)
{
    private const string Known =
        "an EventBridge \"Scheduled Event\" of the scheduler's own rule, an event with \"action\": \"scheduler:run\", "
        + "a request of CloudFormation for one of our custom resources, or an event with \"source\": \"scheduler.cli\" and an action";

    /// <summary>The answer as JSON. A handler that fails is reported and answers <c>{}</c>: a blind retry would help nobody.</summary>
    public async Task<ReadOnlyMemory<byte>> DispatchAsync(Invocation invocation)
    {
        // CloudFormation would wait for an hour: its requests are read property by property.
        if (!EventText.IsReadable(invocation.Event) && !ResourceRequest.Is(invocation.Event))
            return Refuse(invocation, "the event holds a text that is not Unicode: bytes that are no UTF-8, or half a surrogate pair");
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var handler in handlers)
        {
            if (!handler.Recognises(invocation.Event, invocation.Settings))
                continue;
            try
            {
                await using var answer = new Utf8JsonWriter(buffer);
                await handler.HandleAsync(invocation, answer);
                await answer.FlushAsync(CancellationToken.None);
                return buffer.WrittenMemory;
            }
            catch (Exception failure)
            {
                LogFailed(invocation.Logger, failure, handler.GetType().Name, failure.Message);
                await TellAsync(invocation, failure);
                return "{}"u8.ToArray();
            }
        }

        return Unknown(invocation);
    }

    // A scheduler that cannot even read its tables must not be silent.
    private Task TellAsync(Invocation invocation, Exception failure)
    {
        var problem = AwsProblem.Of(AwsRetry.OperationOf(failure) ?? "the event", failure, []) with { Severity = ProblemSeverity.Error };
        var report = new RunReport(HealthSource.Tick, Instant.FromDateTimeOffset(time.GetUtcNow()), [problem])
        {
            DryRun = invocation.Settings.DryRun ? DryRunActions.None : null,
        };
        return announcements.For(invocation, invocation.Logger, invocation.Retry).TellAsync("event", report, invocation.Saving);
    }

    private static ReadOnlyMemory<byte> Unknown(Invocation invocation)
    {
        var had = invocation.Event.ValueKind == JsonValueKind.Object
            ? $"fields {string.Join(", ", invocation.Event.EnumerateObject().Select(field => field.Name).Take(20))}"
            : $"a JSON {invocation.Event.ValueKind}";
        return Refuse(invocation, $"nobody handles this event; it had {had}, known are {Known}");
    }

    private static ReadOnlyMemory<byte> Refuse(Invocation invocation, string message)
    {
        LogUnknown(invocation.Logger, message);
        var buffer = new ArrayBufferWriter<byte>();
        using (var answer = new Utf8JsonWriter(buffer))
        {
            answer.WriteStartObject();
            answer.WriteString("Error", message);
            answer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    [LoggerMessage(EventName = "HandlerFailed", Level = LogLevel.Error, Message = "{Handler} failed: {Cause}")]
    private static partial void LogFailed(ILogger logger, Exception failure, string handler, string cause);

    [LoggerMessage(EventName = "UnknownEvent", Level = LogLevel.Warning, Message = "{Explanation}")]
    private static partial void LogUnknown(ILogger logger, string explanation);
}
