using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>A request to a custom resource's function.</summary>
/// <param name="RequestType">Create, Update or Delete.</param>
/// <param name="StackId">The ARN.</param>
/// <param name="LogicalId">The resource.</param>
/// <param name="ResourceType"><c>Custom::…</c></param>
internal sealed record CustomResourceMessage(string RequestType, string StackId, string LogicalId, string ResourceType)
{
    public required string RequestId { get; init; }

    /// <summary>The function's ARN.</summary>
    public required string ServiceToken { get; init; }

    /// <summary>Null while there is none.</summary>
    public string? PhysicalId { get; init; }

    public JsonNode? Properties { get; init; }

    /// <summary>Those before an update; null for other requests.</summary>
    public JsonNode? OldProperties { get; init; }

    /// <summary>CloudFormation sends all numbers and truth values as text.</summary>
    public static JsonNode? AsText(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, AsText(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(AsText)]),
        JsonValue value => JsonValue.Create(value.ToString()),
        _ => null,
    };

    /// <summary>The document, with the address for the answer.</summary>
    public ReadOnlyMemory<byte> Write(string address)
    {
        var request = new JsonObject
        {
            [nameof(RequestType)] = RequestType,
            [nameof(ServiceToken)] = ServiceToken,
            ["ResponseURL"] = address,
            [nameof(StackId)] = StackId,
            [nameof(RequestId)] = RequestId,
            ["LogicalResourceId"] = LogicalId,
            [nameof(ResourceType)] = ResourceType,
            ["ResourceProperties"] = Properties?.DeepClone(),
        };
        if (PhysicalId is not null)
        {
            request["PhysicalResourceId"] = PhysicalId;
        }

        if (OldProperties is not null)
        {
            request["OldResourceProperties"] = OldProperties.DeepClone();
        }

        return JsonSerializer.SerializeToUtf8Bytes(request);
    }
}
