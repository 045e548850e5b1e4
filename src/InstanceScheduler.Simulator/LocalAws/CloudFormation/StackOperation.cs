using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>What creations, updates and deletions of a stack have in common: single resources, and telling of them.</summary>
internal abstract class StackOperation(LocalAws aws, LocalStack stack)
{
    protected const string Retain = "Retain";

    protected LocalStack Stack => stack;

    protected async Task<StackResource> CreateAsync(StackTemplate template, TemplateResource declared, int generation = 0)
    {
        var resource = new StackResource(declared.LogicalId, null, declared.Type) { Declaration = declared, Generation = generation };
        stack.Tell(resource, "CREATE_IN_PROGRESS");
        try
        {
            var request = Request(declared, Properties(template, declared), generation);
            var type = ResourceTypes.Of(declared.Type, declared.IsCustom);
            type.Traits.Check(request.Properties.Select(property => property.Key));
            var made = await type.CreateAsync(request);
            resource = resource with { PhysicalId = made.PhysicalId, Made = made };
            stack.Tell(resource, "CREATE_COMPLETE");
            return resource;
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            var left = (failure as ResourceFailure)?.Left;
            stack.Tell(resource with { PhysicalId = left?.PhysicalId, Made = left }, "CREATE_FAILED", failure.Message);
            throw Failed(declared, failure);
        }
    }

    /// <summary>Removes what was made of a resource. False where that failed, which is told.</summary>
    protected async Task<bool> DeleteAsync(StackResource resource)
    {
        if (resource is not { Made: { } made, Declaration: { } declared })
        {
            stack.Tell(resource, "DELETE_COMPLETE");
            return true;
        }

        stack.Tell(resource, "DELETE_IN_PROGRESS");
        try
        {
            await ResourceTypes.Of(declared.Type, declared.IsCustom).DeleteAsync(Request(declared, made.Properties, resource.Generation), made);
            stack.Tell(resource, "DELETE_COMPLETE");
            return true;
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            stack.Tell(resource, "DELETE_FAILED", failure.Message);
            return false;
        }
    }

    protected JsonObject Properties(StackTemplate template, TemplateResource declared) => template.PropertiesOf(declared, Reference);

    protected ResourceRequest Request(TemplateResource declared, JsonObject properties, int generation) =>
        new(aws, stack, declared, properties) { Generation = generation };

    protected static bool IsFailure(Exception failure) =>
        failure is ResourceFailure or AwsException or TemplateException or ArgumentException or FormatException;

    protected static ResourceFailure Failed(TemplateResource declared, Exception failure) => new(declared.LogicalId, failure);

    protected JsonNode Reference(string logicalId, string? attribute)
    {
        var made = stack[logicalId]?.Made ?? throw new TemplateException($"Unresolved resource dependencies [{logicalId}]: there is no such resource yet");
        return attribute is null ? JsonValue.Create(made.PhysicalId)
            : made.Attributes.TryGetValue(attribute, out var value) ? JsonValue.Create(value)
            : throw new TemplateException(
                $"Template error: resource {logicalId} does not support attribute type {attribute} in Fn::GetAtt; it has {string.Join(", ", made.Attributes.Keys.Order(StringComparer.Ordinal))}");
    }
}
