using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Administration;
using InstanceScheduler.Lambda.Settings;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Carries out what the command line asks for; the answer is that of a synchronous invocation, an error is a text in it.</summary>
internal sealed partial class AdminCliRequestHandler(ImmutableArray<IAdminAction> actions) : IEventHandler
{
    public const string Source = "scheduler.cli";

    private const string ActionField = "action";

    public bool Recognises(JsonElement request, FunctionSettings settings) =>
        request.HasText("source", Source) && request.TryGetProperty(ActionField, out _);

    public async Task HandleAsync(Invocation invocation, Utf8JsonWriter answer)
    {
        var name = (invocation.Event.Text(ActionField) ?? "").Replace('_', '-');
        // Apart, so that what fails half-way leaves nothing behind.
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            await using var json = new Utf8JsonWriter(buffer);
            await Find(name).RunAsync(ActionRequest.Read(invocation), json);
            await json.FlushAsync(CancellationToken.None);
            LogDone(invocation.Logger, name);
        }
        catch (ActionRefusedException refused)
        {
            LogRefused(invocation.Logger, name, refused.Message);
            WriteError(buffer, refused.Message);
        }
        catch (Exception failure)
        {
            var problem = AwsProblem.Of(AwsRetry.OperationOf(failure) ?? name, failure, []).ToString();
            LogFailed(invocation.Logger, failure, name, problem);
            WriteError(buffer, $"error: {problem}");
        }

        answer.WriteRawValue(buffer.WrittenSpan);
    }

    private IAdminAction Find(string name) => actions.FirstOrDefault(action => action.Name == name)
        ?? throw new ActionRefusedException(UnknownName.Explain("action", name, actions.Select(action => action.Name)));

    private static void WriteError(ArrayBufferWriter<byte> buffer, string text)
    {
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("Error", text);
        json.WriteEndObject();
    }

    [LoggerMessage(EventName = "ActionDone", Level = LogLevel.Information, Message = "{Action} is done")]
    private static partial void LogDone(ILogger logger, string action);

    [LoggerMessage(EventName = "ActionRefused", Level = LogLevel.Information, Message = "{Action} is refused: {Cause}")]
    private static partial void LogRefused(ILogger logger, string action, string cause);

    [LoggerMessage(EventName = "ActionFailed", Level = LogLevel.Error, Message = "{Action} failed: {Cause}")]
    private static partial void LogFailed(ILogger logger, Exception failure, string action, string cause);
}
