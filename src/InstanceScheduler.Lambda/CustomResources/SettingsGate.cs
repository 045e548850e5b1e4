using System.Text.Json;
using InstanceScheduler.Lambda.Settings;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Gets the settings for an event. Where there are none, CloudFormation is answered all the same.</summary>
internal sealed class SettingsGate(SettingsSource source, AnsweredWork answered)
{
    /// <summary>Null when there are no parameters at all.</summary>
    public async Task<FunctionSettings?> GetAsync(JsonElement request, AnswerTerms terms)
    {
        if (!ResourceRequest.Is(request))
            return await source.GetAsync(terms.Acting);
        var asked = new ResourceRequest(request);
        try
        {
            using var deadline = answered.DeadlineOf(asked, terms.Acting);
            if (await source.GetAsync(deadline).WaitAsync(deadline.Token) is { } settings)
                return settings;
            await AnswerAsync(asked, "there are no settings in Parameter Store; the scheduler's own stack makes them", terms);
            return null;
        }
        catch (Exception failure)
        {
            await AnswerAsync(asked, $"the settings could not be read: {failure.Message}", terms);
            throw;
        }
    }

    private Task<bool> AnswerAsync(ResourceRequest request, string reason, AnswerTerms terms) => answered.DoAsync(
        request,
        $"{request.LogicalId}-{request.RequestId}",
        // A setup that goes has nothing to do, and a stack whose making failed early has to get away without settings.
        _ => request is { ResourceType: ResourceFields.SetupType, RequestType: ResourceFields.Delete }
            ? Task.FromResult(new ResourceResult(request.PhysicalId ?? SetupResource.NewId(request)))
            : throw new ResourceRefusedException(reason),
        terms);
}
