using System.Text.Json;
using InstanceScheduler.Lambda.CustomResources;
using InstanceScheduler.Lambda.Settings;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Tells CloudFormation of a resource type that is none of ours, as a misspelt one is; it would wait for an hour.</summary>
internal sealed class UnknownResourceHandler(AnsweredWork answered) : IEventHandler
{
    public bool Recognises(JsonElement request, FunctionSettings settings) => ResourceRequest.Is(request);

    public async Task HandleAsync(Invocation invocation, Utf8JsonWriter answer)
    {
        var request = new ResourceRequest(invocation.Event);
        var reason = $"resource type \"{request.ResourceType}\" is not known; known are {ResourceFields.ScheduleType}, {ResourceFields.SetupType}";
        await answered.DoAsync(
            request,
            request.UnbegunId,
            _ => request.RequestType == ResourceFields.Delete
                ? Task.FromResult(new ResourceResult(request.PhysicalId ?? request.UnbegunId))
                : throw new ResourceRefusedException(reason),
            AnswerTerms.Of(invocation));
        answer.WriteStartObject();
        answer.WriteString("Error", reason);
        answer.WriteEndObject();
    }
}
