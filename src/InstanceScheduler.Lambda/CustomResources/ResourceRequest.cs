using System.Text.Json;
using InstanceScheduler.Lambda.Handlers;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>What CloudFormation asks for: a resource is to be created, updated or deleted, and the answer goes to an address.</summary>
/// <param name="Event">The event.</param>
internal sealed record ResourceRequest(JsonElement Event)
{
    /// <summary>Create, Update or Delete; empty when it is missing.</summary>
    public string RequestType => Text(ResourceFields.RequestType);

    /// <summary>Tells requests apart; a request that is delivered twice has it twice.</summary>
    public string RequestId => Text(ResourceFields.RequestId);

    /// <summary>ARN of the stack.</summary>
    public string StackId => Text(ResourceFields.StackId);

    /// <summary>Where the answer goes. Carries a signature: never logged.</summary>
    public string ResponseUrl => Text(ResourceFields.ResponseUrl);

    public string ResourceType => Text(ResourceFields.ResourceType);

    /// <summary>Name in the template.</summary>
    public string LogicalId => Text(ResourceFields.LogicalResourceId);

    /// <summary>The id that an earlier answer gave; null at a Create.</summary>
    public string? PhysicalId => Event.Text(ResourceFields.PhysicalResourceId) is { Length: > 0 } id ? id : null;

    /// <summary>An id of this request alone, never empty: it names nothing that exists.</summary>
    public string UnbegunId => $"{LogicalId}-{RequestId}";

    public JsonElement Properties => Event.Member(ResourceFields.ResourceProperties);

    /// <summary>Properties before an Update.</summary>
    public JsonElement OldProperties => Event.Member(ResourceFields.OldResourceProperties);

    /// <summary>Name of the stack, from its ARN.</summary>
    public string StackName => NameOf(StackId);

    /// <summary>Whether the event is such a request, for a resource of the type.</summary>
    public static bool Is(JsonElement request, string resourceType) =>
        request.Text(ResourceFields.StackId) is not null && request.HasText(ResourceFields.ResourceType, resourceType);

    /// <summary>Whether the event is such a request, for whatever resource and whatever its properties hold, and can be answered.</summary>
    public static bool Is(JsonElement request) =>
        EventText.IsReadable(request, ResourceFields.ResourceProperties, ResourceFields.OldResourceProperties)
        && request.Text(ResourceFields.StackId) is not null
        && request.Text(ResourceFields.ResourceType) is not null
        && request.Text(ResourceFields.ResponseUrl) is not null;

    /// <summary>The name in a stack's ARN; what is no ARN is taken for a name.</summary>
    public static string NameOf(string stackId) =>
        stackId.StartsWith("arn:", StringComparison.Ordinal) && stackId.Split('/') is [_, var name, ..] ? name : stackId;

    private string Text(string field) => Event.Text(field) ?? "";
}
