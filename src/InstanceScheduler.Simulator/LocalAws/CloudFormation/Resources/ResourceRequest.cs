using System.Text.Json;
using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>What is to be made of a resource.</summary>
/// <param name="Aws">Where.</param>
/// <param name="Stack">Of which it is one.</param>
/// <param name="Resource">As the template declares it.</param>
/// <param name="Properties">Resolved; nobody changes them.</param>
internal sealed record ResourceRequest(LocalAws Aws, LocalStack Stack, TemplateResource Resource, JsonObject Properties)
{
    /// <summary>0 for the first, one more for each that replaces it.</summary>
    public int Generation { get; init; }

    public string Account => Stack.Account;

    public string Region => Stack.Region;

    /// <summary>A scalar property as text; null where it was not given.</summary>
    public string? Text(string property) => Properties[property] is JsonValue value ? value.ToString() : null;

    /// <summary>A list of text, or one text instead of it.</summary>
    public IReadOnlyList<string> Texts(string property) => Properties[property] switch
    {
        JsonArray list => [.. list.Select(item => item!.ToString())],
        JsonValue one => [one.ToString()],
        _ => [],
    };

    /// <summary>A property as the readers of requests know it; null where it was not given.</summary>
    public JsonElement? Element(string property) =>
        Properties[property] is { } value ? JsonSerializer.SerializeToElement(value) : null;

    public string Arn(string service, string resource) => Protocol.Arn.Of(service, Region, Account, resource);

    /// <summary>The name that the template gives, or one that is made up.</summary>
    /// <exception cref="ResourceFailure">The service takes no name of that length.</exception>
    public string Name(ResourceTraits traits)
    {
        if (traits.NameProperty is not { } property || Text(property) is not { } given)
        {
            return PhysicalNames.Of(Stack, Resource.LogicalId, Generation, traits.LongestName);
        }

        return given.Length <= traits.LongestName ? given : throw new ResourceFailure(
            $"Value '{given}' at '{property}' failed to satisfy constraint: Member must have length less than or equal to {traits.LongestName}");
    }

    public string Uuid() => PhysicalNames.Uuid(Stack, Resource.LogicalId, Generation);

    public ResourceFailure Exists(string name) =>
        new($"Resource of type '{Resource.Type}' with identifier '{name}' already exists.");
}
