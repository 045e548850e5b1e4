namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>A type whose resources are only kept: nothing in the local AWS acts on them.</summary>
/// <param name="traits">The type.</param>
/// <param name="describe">Gives the physical id and the attributes of a resource.</param>
internal sealed class KeptResource(ResourceTraits traits, Func<ResourceRequest, ResourceTraits, MadeResource> describe) : ImmediateResource(traits)
{
    protected override MadeResource Create(ResourceRequest request)
    {
        var made = describe(request, Traits);
        return request.Aws.Kept.TryAdd(request, made) ? made : throw request.Exists(made.PhysicalId);
    }

    protected override MadeResource Update(ResourceRequest request, MadeResource old)
    {
        var made = old with { Properties = request.Properties };
        request.Aws.Kept.Put(request, made);
        return made;
    }

    protected override void Delete(ResourceRequest request, MadeResource old) => request.Aws.Kept.Remove(request, old);
}
