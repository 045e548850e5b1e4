using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Explaining;
using NodaTime;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>explain</c>: why an instance is as it is, and what happens next, in one sentence. Nothing is done.</summary>
/// <param name="config">The configuration table.</param>
/// <param name="targets">The targets.</param>
/// <param name="clients">SDK clients.</param>
/// <param name="time">Clock that tells now.</param>
internal sealed class ExplainAction(ConfigAccess config, TargetAccess targets, AwsClients clients, TimeProvider time) : IAdminAction
{
    private static readonly ImmutableArray<string> Languages = ["en", "zh"];

    public string Name => "explain";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ConfigAttributes.Instance, ActionParameters.Language, ActionParameters.Service, ActionParameters.Account, ActionParameters.Region);
        if (request.Text(ConfigAttributes.Instance)?.Trim() is not { Length: > 0 } id)
            throw new ActionRefusedException($"error: {ConfigAttributes.Instance} parameter can not be empty");
        var language = LanguageOf(request.Text(ActionParameters.Language));
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var configuration = ConfigurationReader.Read((await config.ReadAsync(request.Invocation)).Items);
        var search = await new InstanceFinder(targets, clients, time).FindAsync(id, request, configuration, now);
        var stories = search.Found.Select(found => InstanceStory.Of(found, now, request.Invocation.Settings.DryRun)).ToList();
        var missing = new MissingStory(
            id, configuration.Settings.TagName, [.. search.Searched.Select(target => target.ToString())], [.. search.Missed.Select(target => target.ToString())],
            search.Meant);
        ExplainJson.Write(answer, search.Found.Select(found => found.Insight).Zip(stories), stories.DefaultIfEmpty(missing).Select(story => Sentence.Of(story, language)), search.Problems);
    }

    private static Language LanguageOf(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "en" => Language.English,
        "zh" => Language.Chinese,
        _ => throw new ActionRefusedException($"error: {ActionParameters.Language}: \"{text}\" is no language that is spoken here; use {string.Join(" or ", Languages)}"),
    };
}
