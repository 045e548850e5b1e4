using System.Collections.Concurrent;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>A stack: a name and what it holds.</summary>
internal sealed class LocalStack(string name, string id, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, StackResource> _resources = new(StringComparer.Ordinal);

    public string Name => name;

    /// <summary>The ARN.</summary>
    public string Id => id;

    /// <summary>Null where the stack has no such resource.</summary>
    public StackResource? this[string logicalId] => _resources.GetValueOrDefault(logicalId);

    /// <summary>Adds the resource, or takes it in place of the one of the same logical id.</summary>
    public LocalStack Put(StackResource resource)
    {
        _resources[resource.LogicalId] = resource with { LastUpdated = time.GetUtcNow() };
        return this;
    }

    public LocalStack Put(string logicalId, string? physicalId, string type) => Put(new StackResource(logicalId, physicalId, type));
}
